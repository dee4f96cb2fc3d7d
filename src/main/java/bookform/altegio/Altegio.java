package bookform.altegio;

import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import java.time.Clock;

/** The two halves of the port on an Altegio account, joined up. Nothing is asked before somebody wants to know. */
public final class Altegio implements AutoCloseable {
    private final Upstream upstream;
    private final Patience patience;
    private final AltegioBookingApi bookings;
    private final AltegioClientApi clients;

    public Altegio(AltegioAccount account, Clock clock) {
        this(account, clock, Memory.NONE);
    }

    Altegio(AltegioAccount account, Clock clock, Memory memory) {
        this.patience = new Patience(System::nanoTime);
        this.upstream = new Upstream(new Transport(account), patience);
        var records = new Records(clock);
        this.bookings = new AltegioBookingApi(upstream, memory, records);
        this.clients = new AltegioClientApi(upstream, memory, records, bookings::findLocation);
    }

    public BookingApi bookings() {
        return bookings;
    }

    public ClientApi clients() {
        return clients;
    }

    /** To be called when a thread begins to answer a page, so that the page is answered in time whatever happens. */
    public void beginPage() {
        patience.beginPage();
    }

    @Override
    public void close() {
        upstream.close();
    }
}

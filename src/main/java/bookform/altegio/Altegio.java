package bookform.altegio;

import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.booking.EventApi;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The three parts of the port on an Altegio account, joined up. Nothing is asked before somebody wants to know, or {@link #start}. */
public final class Altegio implements AutoCloseable {
    /** The page that asked for it needs its share of the limit more than the words of the next one. */
    private static final Executor AFTER_THE_PAGE = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS,
            task -> Thread.ofVirtual().name("altegio-texts").start(task));

    private final Upstream upstream;
    private final Patience patience;
    private final OldAnswers old = new OldAnswers();
    private final AltegioBookingApi bookings;
    private final AltegioClientApi clients;
    private final AltegioEventApi events;
    private final Webhooks webhooks;
    private final Settler settler;

    /**
     * @param budget what is left of the limit over there, which everything behind our address shares
     * @param kept texts that outlive this instance, by name
     * @param secret what bookings are told apart by, 32 bytes
     */
    public Altegio(AltegioAccount account, Clock clock, SharedText budget, Function<String, SharedText> kept, byte[] secret) {
        this(account, clock, budget, new Ledger(kept, secret), new Patience(System::nanoTime),
                (patience, old) -> new CaffeineMemory(System::nanoTime, patience, old));
    }

    Altegio(AltegioAccount account, Clock clock, SharedText budget, Ledger ledger, Patience patience,
            BiFunction<Patience, OldAnswers, Memory> remembering) {
        this(account, new Transport(account), clock, budget, ledger, patience, remembering);
    }

    Altegio(AltegioAccount account, Transport transport, Clock clock, SharedText budget, Ledger ledger, Patience patience,
            BiFunction<Patience, OldAnswers, Memory> remembering) {
        this.patience = patience;
        this.upstream = new Upstream(transport, patience, new Pacer(new Limit(account.perMinute()), budget),
                new Breaker(System::nanoTime));
        var memory = remembering.apply(patience, old);
        var records = new Records(clock);
        var locations = new Locations(upstream, memory);
        var settlement = new Settlement(upstream, ledger, locations::find);
        var justBooked = new JustBooked(System::nanoTime);
        var once = new Once(upstream, memory, ledger, settlement);
        var wording = new Wording(upstream, System::nanoTime, AFTER_THE_PAGE);
        this.bookings = new AltegioBookingApi(upstream, memory, old, locations, wording, records,
                new VisitBookings(upstream, ledger, once, justBooked, locations::find), justBooked, once);
        this.events = new AltegioEventApi(upstream, memory, locations, ledger, once);
        this.clients = new AltegioClientApi(upstream, memory, records, locations::find);
        this.webhooks = new Webhooks(memory);
        this.settler = new Settler(ledger.open(), settlement);
    }

    /** From now on, what became of bookings whose answers were lost is found out in the background, as {@link #settleDue} does. */
    public void start() {
        settler.start();
    }

    /** Finds out what became of bookings whose answers were lost, as far as it is time to. */
    void settleDue() {
        settler.settleDue();
    }

    public BookingApi bookings() {
        return bookings;
    }

    public ClientApi clients() {
        return clients;
    }

    public EventApi events() {
        return events;
    }

    /**
     * Takes in what Altegio tells of a change over there.
     *
     * @return whether it was that
     */
    public boolean takeWebhook(byte[] body) {
        return webhooks.take(body);
    }

    /**
     * To be called when a thread begins to answer a page, so that the page is answered in time whatever happens, and says when
     * what it shows may be out of date.
     */
    public void beginPage() {
        patience.beginPage();
        old.beginPage();
    }

    @Override
    public void close() {
        settler.close();
        upstream.close();
    }
}

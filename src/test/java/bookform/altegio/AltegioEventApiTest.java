package bookform.altegio;

import bookform.backend.DemoServer;
import bookform.booking.BookingApi;
import bookform.booking.EventApi;
import bookform.booking.EventApiContract;
import bookform.support.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract over the wire: our client on a socket, our REST server at its other end, and nothing remembered in between. */
class AltegioEventApiTest extends EventApiContract {
    @TempDir Path folder;

    private DemoServer server;
    private Altegio altegio;

    @BeforeEach
    void open() {
        server = DemoServer.start(folder);
        altegio = Unhurried.altegio(server);
    }

    @AfterEach
    void close() {
        altegio.close();
        server.close();
    }

    @Override
    protected BookingApi api() {
        return altegio.bookings();
    }

    @Override
    protected EventApi events() {
        return altegio.events();
    }

    @Override
    protected TestClock clock() {
        return server.clock();
    }

    @Override
    protected String lastCode(String phone) {
        return server.lastCode(phone);
    }
}

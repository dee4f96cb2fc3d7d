package bookform.altegio;

import bookform.backend.DemoServer;
import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.booking.ClientApiContract;
import bookform.support.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract over the wire. Not in it, as the wire does not carry them: what a code is for, the sender of a request, a list of
 * sessions, whether there is a password.
 */
class AltegioClientApiTest extends ClientApiContract {
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
    protected ClientApi clients() {
        return altegio.clients();
    }

    @Override
    protected TestClock clock() {
        return server.clock();
    }

    @Override
    protected String lastMessage(String phone) {
        return server.lastMessage(phone);
    }
}

package bookform.altegio;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.booking.BookingApi;
import bookform.booking.EventApi;
import bookform.booking.EventApiContract;
import bookform.support.TestClock;
import io.javalin.Javalin;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void theLocationSaysWhetherItHasEvents() {
        assertTrue(events().hasEvents(LOCATION));
        assertFalse(events().hasEvents(987_654));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, true", "null, false"})
    void asTheOriginalSaysIt(String recordType, boolean has) {
        var salon = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = 0;
            javalin.routes.get("/company/1", ctx -> ctx.result(
                    "{\"success\":true,\"data\":{\"id\":1,\"country\":\"Lithuania\",\"record_type_id\":" + recordType + "},\"meta\":[]}"));
        }).start();
        try (var pages = Unhurried.altegio(server, URI.create("http://127.0.0.1:" + salon.port()), new Patience(System::nanoTime))) {
            assertEquals(has, pages.events().hasEvents(LOCATION));
        } finally {
            salon.stop();
        }
    }
}

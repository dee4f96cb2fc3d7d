package bookform.altegio;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingApi;
import bookform.booking.EventApi;
import bookform.booking.EventApiContract;
import bookform.support.TestClock;
import io.javalin.Javalin;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract over the wire. */
class AltegioEventApiTest extends EventApiContract {
    @RegisterExtension final DemoAccount account = new DemoAccount();

    @Override
    protected BookingApi api() {
        return account.altegio().bookings();
    }

    @Override
    protected EventApi events() {
        return account.altegio().events();
    }

    @Override
    protected TestClock clock() {
        return account.server().clock();
    }

    @Override
    protected String lastCode(String phone) {
        return account.server().lastCode(phone);
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
        try (var pages =
                Unhurried.altegio(account.server(), URI.create("http://127.0.0.1:" + salon.port()), new Patience(System::nanoTime))) {
            assertEquals(has, pages.events().hasEvents(LOCATION));
        } finally {
            salon.stop();
        }
    }
}

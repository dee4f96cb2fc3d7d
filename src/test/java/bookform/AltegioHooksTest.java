package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.RunningApp;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The address that Altegio tells us of changes at: open to whoever knows it, without a token, a cookie or a page of ours. */
class AltegioHooksTest {
    @Test
    void onlyWhoKnowsTheAddressIsHeard() {
        try (var app = RunningApp.start(Map.of("BOOKFORM_ALTEGIO_URL", "http://localhost:1", "BOOKFORM_ALTEGIO_TOKEN", "x"))) {
            var secret = Secret.of(Config.from(Map.of("BOOKFORM_DATA", app.database().getParent().toString())));
            var body = "{\"company_id\":1,\"resource\":\"record\",\"resource_id\":1,\"status\":\"create\",\"data\":{}}";
            var address = BookingSystem.hooks(secret);
            assertEquals(204, app.post(address, body, "Content-Type", "application/json", "Origin", "https://alteg.io").status());
            assertEquals(400, app.post(address, "nonsense", "Content-Type", "application/json").status());
            assertEquals(404, app.post(address.replaceFirst("[0-9a-f]{4}$", "----"), body, "Content-Type", "application/json").status());
        }
    }
}

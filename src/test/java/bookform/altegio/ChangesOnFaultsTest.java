package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.support.RunningApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client reads who moves or cancels while Altegio says what nobody understands. */
class ChangesOnFaultsTest {
    private static final Instant TEN = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir Path folder;

    private DemoServer server;
    private FaultyProxy proxy;
    private RunningApp app;
    private String visit;

    @BeforeEach
    void book() {
        server = DemoServer.start(folder);
        proxy = new FaultyProxy(server.url());
        app = RunningApp.onAltegio(proxy.url().toString());
        var details = app.get("/forms/1/details?service=1&teamMember=1&start=" + TEN);
        visit = app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567")).header("Location").replaceFirst("\\?.*",
                "");
    }

    @AfterEach
    void stop() throws IOException {
        app.close();
        proxy.close();
        server.close();
    }

    @Test
    void aCancellationThatIsRefusedForNoKnownReasonIsForThePhone() {
        proxy.does(TransportFault.UNKNOWN_CODE_15, "DELETE");
        var page = app.post(visit + "/cancellation", Map.of());
        assertEquals(409, page.status(), page.text());
        assertTrue(page.text().contains("Please call us"), page.text());
    }

    @Test
    void aMoveThatIsRefusedForNoKnownReasonShowsFreshTimes() {
        proxy.does(TransportFault.UNKNOWN_CODE_15, "PUT");
        var page = app.post(visit + "/time", Map.of("to", TEN.plusSeconds(3600).toString()));
        assertEquals(409, page.status(), page.text());
        assertTrue(page.times().size() > 1);
    }
}

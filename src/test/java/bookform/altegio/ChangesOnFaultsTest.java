package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client reads who moves or cancels while Altegio says what nobody understands, or nothing at all. */
class ChangesOnFaultsTest {
    private static final Instant TEN = Instant.parse("2026-11-24T08:00:00Z");

    private static final String NOT_KNOWN = "We do not know yet whether that was done";

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
    void aCancellationThatIsNotAnsweredMayStillBeMade() {
        proxy.does(TransportFault.EMPTY_5, "DELETE");
        var page = app.post(visit + "/cancellation", Map.of());
        assertEquals(503, page.status());
        assertEquals(NOT_KNOWN, page.heading());
        proxy.works();
        assertEquals("You are booked", app.choose(page, "Check now").heading());
    }

    @Test
    void aMoveThatWasMadeButCannotBeSeenIsNotDenied() {
        proxy.does(TransportFault.EMPTY_5, "GET", "PUT");
        var page = app.post(visit + "/time", Map.of("to", TEN.plusSeconds(3600).toString()));
        assertEquals(NOT_KNOWN, page.heading(), page.text());
        assertEquals(1, proxy.writes());
        proxy.works();
        assertTrue(app.choose(page, "Check now").text().contains("11:00"));
    }

    /** The control: what they did not let in was not done. */
    @Test
    void whatWasTurnedAwayWasNotDone() {
        proxy.does(TransportFault.LIMITED_BARE_13, "DELETE");
        assertEquals("That is not possible right now", app.post(visit + "/cancellation", Map.of()).heading());
    }

    @Test
    void whatAClientSaysOfThemselvesMayHaveArrived() {
        var vera = new CabinetClient(app);
        vera.signIn("+37061234567", server::lastCode);
        proxy.does(TransportFault.ANSWER_LOST_23, "PUT");
        var page = vera.post("/cabinet/profile", Map.of("name", "Vera Vale", "email", "vera@example.com"));
        assertEquals(NOT_KNOWN, page.heading(), page.text());
        proxy.works();
        assertEquals("Vera Vale", vera.choose(page, "Check now").field("name"));
        proxy.does(TransportFault.EMPTY_5, "GET");
        assertEquals("We cannot show this right now", vera.get("/cabinet/profile").heading(), "a question changes nothing");
    }

    @Test
    void aMoveThatIsRefusedForNoKnownReasonShowsFreshTimes() {
        proxy.does(TransportFault.UNKNOWN_CODE_15, "PUT");
        var page = app.post(visit + "/time", Map.of("to", TEN.plusSeconds(3600).toString()));
        assertEquals(409, page.status(), page.text());
        assertTrue(page.times().size() > 1);
    }
}

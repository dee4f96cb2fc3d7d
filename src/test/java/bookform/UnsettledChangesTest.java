package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.LossyPostgres;
import bookform.support.LossyPostgres.Break;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import bookform.support.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * The connection to the database breaks at the commit of a change (reliability.md C6): whoever asked for it is told that nobody knows,
 * and where to look. Where it breaks before that, nothing was changed, and nobody is told anything else.
 */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class UnsettledChangesTest {
    private static final String PHONE = "+37061270001";
    private static final Instant START = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant OTHER = Instant.parse("2026-11-23T15:00:00Z");
    private static final String APPOINTMENT = "UPDATE appointment";
    private static final String ACCOUNT = "UPDATE account";
    private static final String NOT_KNOWN = "We do not know yet whether that was done";

    private LossyPostgres database;
    private RunningApp app;
    private String visit;
    private String number;

    @BeforeAll
    void start() {
        database = new LossyPostgres(TestDatabase.postgres());
        app = RunningApp.start(Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true"));
    }

    @BeforeEach
    void book() {
        var details = app.get("/forms/1/details?service=1&teamMember=1&start=" + START);
        visit = app.submit(details, "details", Map.of("name", "Vera", "phone", PHONE)).header("Location").replaceFirst("\\?.*", "");
        number = visit.split("/")[4];
    }

    @AfterEach
    void giveBack() {
        assertEquals(303, app.post(visit + "/cancellation", Map.of()).status());
    }

    @AfterAll
    void stop() throws IOException {
        app.close();
        database.close();
    }

    @Test
    void aCancellationThatWasMadeIsFound() {
        var page = broken(Break.ANSWER, APPOINTMENT, () -> app.post(visit + "/cancellation", Map.of()));
        assertNotKnown(page);
        assertEquals("Your appointment is cancelled", app.choose(page, "Check now").heading());
    }

    @Test
    void aCancellationThatWasNotMadeIsNotFound() {
        var page = broken(Break.COMMIT, APPOINTMENT, () -> app.post(visit + "/cancellation", Map.of()));
        assertNotKnown(page);
        assertEquals("You are booked", app.choose(page, "Check now").heading());
        assertEquals(303, app.post(visit + "/cancellation", Map.of()).status());
    }

    /** The control: what broke is not the commit, so nothing was changed, and that is what is said. */
    @Test
    void beforeTheCommitItIsKnownThatNothingWasChanged() {
        var page = broken(Break.STATEMENT, APPOINTMENT, () -> app.post(visit + "/cancellation", Map.of()));
        assertEquals(503, page.status());
        assertEquals("That is not possible right now", page.heading());
        assertEquals("You are booked", app.get(visit).heading());
    }

    @Test
    void aMoveIsFound() {
        var page = broken(Break.ANSWER, APPOINTMENT, () -> app.post(visit + "/time", Map.of("to", OTHER.toString())));
        assertNotKnown(page);
        assertTrue(app.choose(page, "Check now").text().contains("17:00"));
    }

    @Test
    void theCabinetSaysTheSame() {
        var vera = CabinetClient.signIn(app, app, PHONE);
        var own = "/cabinet/appointments/1/" + number;
        var moved = broken(Break.ANSWER, APPOINTMENT, () -> vera.post(own + "/time", Map.of("to", OTHER.toString())));
        assertNotKnown(moved);
        assertEquals(own, moved.linkTo("Check now"));
        assertTrue(vera.get(own).text().contains("17:00"));
        var cancelled = broken(Break.ANSWER, APPOINTMENT, () -> vera.post(own + "/cancellation", Map.of()));
        assertNotKnown(cancelled);
        assertTrue(vera.choose(cancelled, "Check now").text().contains("Cancelled"));
    }

    @Test
    void soItDoesOfWhatAClientSaysOfThemselves() {
        var vera = CabinetClient.signIn(app, app, "+37061270002");
        var form = Map.of("name", "Vera Vale", "email", "");
        var page = broken(Break.ANSWER, ACCOUNT, () -> vera.post("/cabinet/profile", form));
        assertNotKnown(page);
        assertEquals("Vera Vale", vera.choose(page, "Check now").field("name"));
        var refused = broken(Break.STATEMENT, ACCOUNT, () -> vera.post("/cabinet/profile", form));
        assertEquals("That is not possible right now", refused.heading());
    }

    @Test
    void theApiSaysSoToo() {
        var hash = visit.split("/")[5];
        var moved = broken(Break.ANSWER, APPOINTMENT, () -> send("PUT", "/api/v1/book_record/1/" + number + "/" + hash,
                "{\"datetime\": \"2026-11-23T17:00:00+02:00\"}"));
        assertNotKnownToApi(moved);
        assertTrue(app.get(visit).text().contains("17:00"));
        var cancelled = broken(Break.ANSWER, APPOINTMENT, () -> send("DELETE", "/api/v1/user/records/" + number + "/" + hash, ""));
        assertNotKnownToApi(cancelled);
        assertEquals("Your appointment is cancelled", app.get(visit).heading());
    }

    @Test
    void soItDoesOfTheProfile() {
        var phone = "+37061270003";
        send("POST", "/api/v1/book_code/1", "{\"phone\": \"" + phone + "\"}");
        var vera = "Bearer demo, User "
                + send("POST", "/api/v1/user/auth", "{\"phone\": \"" + phone + "\", \"code\": \"" + app.code(phone) + "\"}").body()
                        .replaceFirst("(?s).*\"user_token\":\"([^\"]+)\".*", "$1");
        var named = "{\"name\": \"Vera Vale\"}";
        assertNotKnownToApi(broken(Break.ANSWER, ACCOUNT, () -> send("PUT", "/api/v1/booking/user", named, vera)));
        assertTrue(send("GET", "/api/v1/booking/user/data", "", vera).body().contains("Vera Vale"));
        assertKnownToApi(broken(Break.STATEMENT, ACCOUNT, () -> send("PUT", "/api/v1/booking/user", named, vera)));
    }

    @Test
    void theApiKnowsWhatWasNeverCommitted() {
        var hash = visit.split("/")[5];
        assertKnownToApi(broken(Break.STATEMENT, APPOINTMENT, () -> send("DELETE", "/api/v1/user/records/" + number + "/" + hash, "")));
    }

    private Answer broken(Break where, String statement, Supplier<Answer> request) {
        database.breaks(where, statement);
        var answer = request.get();
        assertTrue(database.isDone(), "it broke");
        return answer;
    }

    private static void assertNotKnown(Answer page) {
        assertEquals(503, page.status(), page.text());
        assertEquals(NOT_KNOWN, page.heading());
        assertTrue(page.text().contains("it may have been done, or not"), page.text());
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("+370 5 200 0112", page.html().select(".content a[href^=tel]").text());
    }

    private static void assertNotKnownToApi(Answer answer) {
        assertEquals(503, answer.status());
        assertEquals("10", answer.header("Retry-After"));
        assertTrue(answer.body().contains("It is not known whether this was done."), answer.body());
    }

    private static void assertKnownToApi(Answer answer) {
        assertEquals(503, answer.status());
        assertFalse(answer.body().contains("not known"), answer.body());
    }

    private Answer send(String method, String path, String body) {
        return send(method, path, body, "Bearer demo");
    }

    private Answer send(String method, String path, String body, String authorization) {
        return app.send(app.request(path, "Authorization", authorization, "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}

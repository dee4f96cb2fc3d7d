package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.OtherServer;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Altegio refuses, and wherever, is no fault of ours: it ends in a page that says what to do. */
class RefusedOnPagesTest {
    private static RunningApp engine;
    private static OtherServer altegio;
    private static RunningApp app;
    private static String booked;

    @BeforeAll
    static void start() {
        engine = RunningApp.start();
        altegio = new OtherServer(engine.url());
        app = RunningApp.onAltegio(altegio.url());
        var details = app.get(app.details(1, "service=1&teamMember=1"));
        booked = app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567")).header("Location");
    }

    @AfterAll
    static void stop() {
        app.close();
        altegio.close();
        engine.close();
    }

    @AfterEach
    void works() {
        altegio.saysOurs();
    }

    /** Statuses of HTTP, and the API's own codes, in any combination. */
    static Stream<Arguments> refusals() {
        return Stream.of(400, 401, 403, 404, 409, 422).flatMap(status -> IntStream.of(status, 431, 432, 434, 435, 441, 444, 445, 999)
                .mapToObj(code -> Arguments.of(status, code)));
    }

    @ParameterizedTest @MethodSource("refusals")
    void aCodeThatIsNotSent(int status, int code) {
        refuses("POST /api/v1/book_code", status, code);
        assertSaid(app.submit(app.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", "+370 612 34567")));
    }

    @ParameterizedTest @MethodSource("refusals")
    void aPasswordThatIsNotTaken(int status, int code) {
        refuses("POST /api/v1/booking/auth", status, code);
        refuses("POST /api/v1/user/auth", status, code);
        assertSaid(app.submit(app.get("/cabinet/session?with=password"), "sign-in",
                Map.of("login", "+370 612 34567", "password", "a long enough one")));
    }

    @ParameterizedTest @MethodSource("refusals")
    void aMoveThatIsNotMade(int status, int code) {
        refuses("PUT /api/v1/book_record", status, code);
        assertSaid(app.post(booked + "/time", Map.of("start", "2026-11-25T08:00:00Z")));
    }

    @ParameterizedTest @MethodSource("refusals")
    void aCancellationThatIsNotMade(int status, int code) {
        refuses("DELETE /api/v1/user/records", status, code);
        assertSaid(app.post(booked + "/cancellation", Map.of()));
    }

    /** The control: the calls that are refused are those that the pages make. */
    @Test
    void withoutARefusalTheyDoIt() {
        var visit = new CabinetClient(app);
        assertFalse(visit.signIn("+37061234568", engine::code).heading().isEmpty());
        assertEquals(303, app.post(booked + "/time", Map.of("start", "2026-11-25T08:00:00Z")).status());
        assertEquals(303, app.post(booked + "/time", Map.of("start", "2026-11-25T09:00:00Z")).status());
    }

    private static void refuses(String call, int status, int code) {
        altegio.refuses(call, status, """
                {"success": false, "data": null, "meta": {"message": "No.", "errors": [{"code": %d, "message": "No."}]}}"""
                .formatted(code));
    }

    private static void assertSaid(Answer page) {
        assertTrue(page.status() == 503 || page.status() < 500, page.status() + " " + page.text());
        assertTrue(page.status() == 303 || !page.heading().isEmpty());
    }
}

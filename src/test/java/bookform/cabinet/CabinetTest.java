package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of the cabinet on either booking system: once on our own engine, once on our client of Altegio's API. */
@ParameterizedClass
@EnumSource(Backend.class)
abstract class CabinetTest {
    /** Shows the pages. */
    static RunningApp app;
    /** Keeps the appointments, and sends the messages; the same one where the engine is our own. */
    static RunningApp engine;

    private static int phones;

    @Parameter Backend backend;

    @BeforeParameterizedClassInvocation
    static void start(Backend backend) {
        engine = RunningApp.start();
        app = backend == Backend.EMBEDDED ? engine
                : RunningApp.onAltegio(engine.url());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        app.close();
        if (engine != app) engine.close();
    }

    /** E.164, of nobody else; numbers that begin alike share a limit, so these do not. */
    static String newPhone() {
        return "+3706" + (1_000_000 + ++phones * 104_729L % 9_000_000);
    }

    /** Books a haircut with Anna at one of the next free times, where it is kept: by way of Altegio's limits it would take long. */
    static Booked book(String phone, int n) {
        return book(phone, n, "");
    }

    /** @param day part of the address, {@code &date=2026-12-01} */
    static Booked book(String phone, int n, String day) {
        var details = engine.get(engine.details(1, "service=1&teamMember=1" + day, n));
        var answer = engine.submit(details, "details", Map.of("name", "Vera", "phone", phone));
        assertEquals(303, answer.status(), answer.text());
        var parts = answer.header("Location").split("/");
        return new Booked(answer.header("Location"), Long.parseLong(parts[4]));
    }

    static void advance(Duration duration) {
        app.clock.advance(duration);
        if (engine != app) engine.clock.advance(duration);
    }

    /** Somebody with a browser of their own, who came from form 1 and is signed in. */
    static CabinetClient signedIn(String phone) {
        var visit = new CabinetClient(app);
        visit.signIn(phone, engine::code);
        return visit;
    }

    /** Gives the client a password, as another application would. */
    static void givePassword(String phone, String password) {
        api("POST", "/book_code/1", "Bearer demo", "{\"phone\": \"" + phone + "\"}");
        var token = api("POST", "/user/auth", "Bearer demo", "{\"phone\": \"" + phone + "\", \"code\": \"" + engine.code(phone) + "\"}")
                .body().replaceFirst("(?s).*\"user_token\":\"([^\"]+)\".*", "$1");
        var changed = api("PUT", "/booking/user/password", "Bearer demo, User " + token, "{\"new_password\": \"" + password + "\"}");
        assertEquals(200, changed.status() / 100 * 100, changed.body());
        advance(Duration.ofMinutes(20)); // until another code may be sent
    }

    private static Answer api(String method, String path, String authorization, String body) {
        return engine.send(engine.request("/api/v1" + path, "Authorization", authorization, "Content-Type", "application/json")
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * What was booked.
     *
     * @param page the confirmation
     */
    record Booked(String page, long id) {
        String cabinetPage() {
            return "/cabinet/appointments/1/" + id;
        }
    }
}

package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, what they may see, and how often. */
class PartnersTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);
    private static final String[] UNLIMITED = {"--per-second", "0", "--per-minute", "0"};

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest @ValueSource(strings = {"Bearer demo", "bearer  demo", "Bearer demo, User abc", "Bearer demo,User  abc ",
            " Bearer demo ,   User abc", "User abc, Bearer demo"})
    void everySpellingOfATokenIsUnderstood(String header) {
        assertEquals(200, api.as("").get("/company/1", "Authorization", header).status());
    }

    @ParameterizedTest @ValueSource(strings = {"Bearer", "Bearer nobody", "demo", "Basic demo", "User demo", "Bearer demo2", ","})
    void strangersAreRefused(String header) {
        var answer = api.as("").get("/company/1", "Authorization", header);
        assertEquals(401, answer.status());
        assertEquals("{\"success\":false,\"data\":null,\"meta\":{\"message\":\"Authentication needed.\"}}", answer.body());
    }

    @Test
    void aTokenIsMadeUsedAndRevoked() throws InterruptedException {
        var partner = api.asNew(UNLIMITED);
        assertTrue(partner.token().matches("[0-9a-f]{64}"));
        assertEquals(200, partner.get("/company/1").status());
        var list = command(0, "list");
        assertFalse(list.contains(partner.token()) || list.contains(Partners.hash(partner.token())), list);
        var id = list.lines().toList().getLast().split(" ")[0];
        command(0, "revoke", id);
        Thread.sleep(Duration.ofMillis(900));
        assertEquals(401, partner.get("/company/1").status());
        command(1, "revoke", id);
    }

    @Test
    void aPartnerSeesItsOwnLocationsOnly() {
        var stranger = api.asNew("--locations", "2,3", "--per-second", "0");
        for (var path : List.of("/company/1", "/book_staff/1", "/bookform/1")) {
            var answer = stranger.get(path);
            assertEquals(403, answer.status());
            assertEquals("{\"success\":false,\"data\":null,\"meta\":{\"message\":\"Access denied.\"}}", answer.body());
        }
        assertEquals("[]", stranger.data(stranger.get("/companies")).toString());
        var owner = api.asNew("--locations", "1", "--per-second", "0");
        assertEquals(1, owner.data(owner.get("/companies")).size());
        assertEquals(403, stranger.get("/user/records/" + api.booked("2026-11-24T16:00:00")).status());
    }

    @Test
    void callsOverTheLimitAreRefusedAndCostNothing() {
        var partner = api.asNew("--per-second", "0", "--per-minute", "3");
        var address = new String[] {"X-Forwarded-For", "203.0.113.1"};
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 6; i++) statuses.add(partner.get("/cities", address).status());
        assertEquals(List.of(200, 200, 200, 429, 429, 429), statuses);
        var refused = partner.get("/cities", address);
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 50, refused.header("Retry-After"));
        assertEquals("Too many requests. Please try again later.", ApiCalls.json(refused).get("meta").get("message").asString());
        assertEquals(429, ApiCalls.code(partner.bare().get("/cities", address)));
    }

    @Test
    void twoTokensBehindOneAddressShare() {
        var one = api.asNew("--per-second", "0", "--per-minute", "2");
        var other = api.asNew("--per-second", "0", "--per-minute", "2");
        assertEquals(200, one.get("/cities", "X-Forwarded-For", "198.51.100.7, 203.0.113.2").status());
        assertEquals(200, other.get("/cities", "X-Forwarded-For", "203.0.113.2").status());
        assertEquals(429, one.get("/cities", "X-Forwarded-For", "203.0.113.2").status());
        assertEquals(200, one.get("/cities", "X-Forwarded-For", "203.0.113.3").status());
    }

    @Test
    void outsideTheDemoNothingIsCalledDemo() {
        try (var real = RunningApp.start(Map.of("BOOKFORM_DEMO", "false"))) {
            assertEquals(401, ApiCalls.of(real).get("/cities").status());
            assertEquals(200, ApiCalls.of(real).asNew().get("/cities").status());
        }
    }

    @Test
    void wrongCommandsAreExplained() {
        for (var arguments : List.of(List.<String>of(), List.of("create"), List.of("create", "Ida", "--per-minute"),
                List.of("create", "Ida", "--per-minute", "x"), List.of("create", "Ida", "Bo"), List.of("revoke"), List.of("list", "all"))) {
            assertTrue(command(2, arguments.toArray(String[]::new)).isEmpty());
        }
    }

    private static String command(int expected, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exit = TokenCommand.run(List.of(arguments), app.app().store(), app.clock, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(expected, exit, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}

package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * {@code /cabinet/appointments/{location}/{appointment}/cancellation}, {@code …/time} and {@code …/again}. The studio lets clients do that
 * until two hours before.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OwnChangesTest {
    private static final Instant START = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant OTHER = Instant.parse("2026-11-23T15:00:00Z");
    private static final String PHONE = "+37061270001";

    RunningApp app;
    /** Where the appointments are: the same, or the one behind it. */
    RunningApp salon;

    private CabinetClient vera;
    private String booked;
    private String visit;

    @BeforeAll
    void start() {
        salon = RunningApp.start();
        app = salon;
    }

    @AfterAll
    void stop() {
        app.close();
        if (salon != app) salon.close();
    }

    @BeforeEach
    void book() {
        setClock(Instant.parse(RunningApp.MONDAY));
        if (vera == null) vera = CabinetClient.signIn(app, salon, PHONE);
        booked = salon.submit(salon.get("/forms/1/details?service=1&teamMember=1&start=" + START), "details",
                Map.of("name", "Vera", "phone", PHONE)).header("Location");
        visit = "/cabinet/appointments/1/" + booked.split("/")[4];
    }

    @AfterEach
    void giveTheTimeBack() {
        setClock(Instant.parse(RunningApp.MONDAY));
        app.post(booked + "/cancellation", Map.of());
    }

    @Test
    void saysUntilWhenAndOffersBoth() {
        var page = vera.get(visit);
        assertTrue(page.text().contains("You can move or cancel until Mon 23 Nov, 14:00."), page.text());
        assertEquals(visit + "/time", page.linkTo("Move to another time"));
        assertEquals(visit + "/cancellation", page.linkTo("Cancel the appointment"));
    }

    @Test
    void cancels() {
        var question = vera.choose(vera.get(visit), "Cancel the appointment");
        assertEquals("Cancel this appointment?", question.heading());
        assertEquals(List.of(START), starts(), "a GET changes nothing");
        assertEquals(visit, vera.choose(question, "Cancel the appointment").header("Location"));
        assertTrue(vera.get(visit).text().contains("Cancelled"));
        assertEquals(visit, vera.post(visit + "/cancellation", Map.of()).header("Location"), "the second click");
        assertEquals(visit, vera.get(visit + "/cancellation").header("Location"), "there is nothing to ask any more");
    }

    @Test
    void moves() {
        var times = vera.choose(vera.get(visit), "Move to another time");
        assertEquals("Choose a new time", times.heading());
        var question = vera.get(times.times().stream().filter(chip -> chip.text().equals("17:00")).findFirst().orElseThrow().attr("href"));
        assertEquals("Move the appointment?", question.heading());
        assertEquals(List.of(START), starts(), "a GET changes nothing");
        var moved = vera.choose(question, "Move the appointment");
        assertEquals(visit + "?moved=1", moved.header("Location"));
        assertTrue(vera.follow(moved).text().contains("Your appointment is moved"));
        assertEquals(List.of(OTHER), starts());
        assertEquals(visit + "?moved=1", vera.choose(question, "Move the appointment").header("Location"), "the second click");
        assertEquals(List.of(OTHER), starts());
    }

    @Test
    void aTakenTimeIsSaidWithFreshTimes() {
        var taken = salon.submit(salon.get("/forms/1/details?service=1&teamMember=1&start=" + OTHER), "details",
                Map.of("name", "Gleb", "phone", "+37061299999")).header("Location");
        var answer = move(OTHER);
        assertEquals(409, answer.status());
        assertEquals("This time has just been taken. Here is what is free now.", answer.notice());
        assertEquals("Monday, 23 November 2026", answer.html().expectFirst("#day").text());
        assertEquals(List.of(START), starts());
        app.post(taken + "/cancellation", Map.of());
    }

    @Test
    void refusesWhenItIsTooLate() {
        setClock(START.minusSeconds(2 * 3600 - 1));
        var moved = move(OTHER);
        assertEquals(409, moved.status());
        assertEquals("It is too late to move it online. Please call us: +370 5 200 0112", moved.notice());
        var cancelled = vera.post(visit + "/cancellation", Map.of());
        assertEquals(409, cancelled.status());
        assertEquals("It is too late to cancel online. Please call us: +370 5 200 0112", cancelled.notice());
        assertEquals(List.of(START), starts());
        for (var page : List.of("/time", "/cancellation")) assertEquals(visit, vera.get(visit + page).header("Location"));
        assertTrue(vera.get(visit).text().contains("To change or cancel, please call us. +370"), vera.get(visit).text());
    }

    @Test
    void hidesOtherPeoplesAppointments() {
        var gleb = CabinetClient.signIn(app, salon, "+37061270002");
        var bodies = List.of(visit, "/cabinet/appointments/1/999999", "/cabinet/appointments/99" + visit.substring(23),
                "/cabinet/appointments/1/x").stream().flatMap(path -> {
                    assertEquals(404, gleb.post(path + "/cancellation", Map.of()).status(), path);
                    assertEquals(404, gleb.post(path + "/time", Map.of("to", OTHER.toString())).status(), path);
                    return List.of("", "/cancellation", "/time", "/again").stream().map(page -> {
                        var answer = gleb.get(path + page);
                        assertEquals(404, answer.status(), path + page);
                        return answer.body();
                    });
                }).distinct().toList();
        assertEquals(1, bodies.size(), "all the same page");
        assertEquals(List.of(START), starts());
    }

    @Test
    void asksAStrangerToSignIn() {
        for (var page : List.of("/cancellation", "/time", "/time?day=2026-11-24"))
            assertTrue(app.get(visit + page).header("Location").startsWith("/cabinet/session?next=%2Fcabinet%2Fappointments"), page);
        assertTrue(app.post(visit + "/cancellation", Map.of()).header("Location").startsWith("/cabinet/session"));
        assertEquals(List.of(START), starts());
    }

    /** Who was signed out meanwhile comes back to the question that they had answered. */
    @Test
    void returnsToTheQuestionAfterSigningIn() {
        var signedOut = CabinetClient.signIn(app, salon, "+37061270003");
        signedOut.post("/cabinet/sessions/ending", Map.of());
        var answer = signedOut.post(visit + "/time?to=" + OTHER, Map.of());
        assertTrue(answer.header("Location").contains("time%3Fto%3D2026-11-23T15%3A00%3A00Z"), answer.header("Location"));
        assertEquals(List.of(START), starts());
    }

    @Test
    void anotherSiteChangesNothing() {
        for (var page : List.of("/cancellation", "/time")) {
            var to = Map.of("to", OTHER.toString());
            assertEquals(403, app.post(visit + page, to, "Cookie", vera.cookies(), "Sec-Fetch-Site", "cross-site").status());
            assertEquals(405,
                    app.send(app.request(visit + page, "Cookie", vera.cookies(), "Origin", app.url()).DELETE()).status());
        }
        assertEquals(List.of(START), starts());
    }

    @Test
    void nobodyKeepsIt() {
        for (var page : List.of("", "/time", "/time?to=" + OTHER, "/cancellation", "/again"))
            assertTrue(vera.get(visit + page).header("Cache-Control").contains("no-store"), page);
    }

    @Test
    void theSameIsBookedAgain() {
        assertFalse(vera.get(visit).text().contains("Book again"));
        vera.post(visit + "/cancellation", Map.of());
        var again = vera.choose(vera.get(visit), "Book again");
        assertEquals("/forms/1?service=1&teamMember=1&lang=en", again.header("Location"));
        assertEquals("Choose a time", app.follow(again).heading());
    }

    private Answer move(Instant to) {
        return vera.post(visit + "/time", Map.of("to", to.toString()));
    }

    private List<Instant> starts() {
        return vera.get(visit + "/calendar.ics").body().lines().filter(line -> line.startsWith("DTSTART:"))
                .map(line -> Instant.parse(line.replaceFirst("DTSTART:(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"))).toList();
    }

    private void setClock(Instant now) {
        app.clock.set(now.toString());
        salon.clock.set(now.toString());
    }
}

package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /forms/{form}/visits/{appointment}/{hash}/time}. The studio lets clients move until two hours before. */
class NewTimeTest {
    private static final RunningApp app = RunningApp.start();
    private static final List<String> booked = new ArrayList<>();
    private static int clients;

    private static final String DETAILS = "/forms/1/details?service=1&teamMember=1&start=";

    private final Instant start = Instant.parse("2026-11-23T14:00:00Z"); // Anna's last two hours, 16:00 to 18:00, are free
    private String visit;

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void book() {
        app.clock.set(RunningApp.MONDAY);
        visit = book(DETAILS + start);
    }

    @AfterEach
    void giveTheTimesBack() {
        app.clock.set(RunningApp.MONDAY);
        booked.forEach(one -> app.post(one + "/cancellation", Map.of()));
        booked.clear();
    }

    @Test
    void showsTheTimesOfTheSameServicesAndTeamMember() {
        var page = app.choose(app.get(visit), "Move to another time");
        assertEquals("Choose a new time", page.heading());
        assertTrue(page.text().contains("Haircut · Anna"), page.text());
        assertEquals("November 2026", page.html().expectFirst("#month").text());
        assertTrue(page.html().expectFirst(".chip[aria-current]").attr("href").contains("to=" + start), "the time it has");
        assertTrue(page.html().select("a.day").eachText().contains("27"));
        assertEquals("December 2026", app.choose(page, "December 2026").html().expectFirst("#month").text());
    }

    /** By less than its length: its own time is free for itself alone. */
    @Test
    void mayBeMovedOntoItsOwnTime() {
        var later = start.plusSeconds(15 * 60);
        assertTrue(app.get(visit + "/time").times().eachAttr("href").contains(visit + "/time?to=" + later));
        assertEquals(303, move(later).status());
        assertEquals(List.of(later), starts());
    }

    @Test
    void asksBeforehand() {
        var page = app.get(visit + "/time?to=" + friday("12:00"));
        assertEquals("Move the appointment?", page.heading());
        assertTrue(page.html().expectFirst("s").text().startsWith("Monday, 23 November 2026"), page.text());
        assertTrue(page.html().select(".facts b").text().startsWith("Friday, 27 November 2026, 14:00"), page.text());
        assertEquals(List.of(start), starts(), "a GET changes nothing");
        assertEquals(visit, page.linkTo("Leave it as it is"));
    }

    @Test
    void moves() {
        var before = app.booked();
        var answer = app.choose(app.get(visit + "/time?to=" + friday("12:00")), "Move the appointment");
        assertEquals(303, answer.status());
        var page = app.follow(answer);
        assertEquals("Your appointment is moved", page.heading());
        assertTrue(page.text().contains("Friday, 27 November 2026, 14:00"), page.text());
        assertEquals(List.of(friday("12:00")), starts());
        assertEquals(before, app.booked());
        assertTrue(offered("/forms/1/time?service=1&teamMember=1&date=2026-11-23").contains(start.toString()), "the old time is free");
        assertFalse(offered("/forms/1/time?service=1&teamMember=1&date=2026-11-27").contains(friday("12:00").toString()));
    }

    @Test
    void ignoresASecondClick() {
        assertEquals(303, move(friday("12:00")).status());
        var second = move(friday("12:00"));
        assertEquals(visit + "?moved=1", second.header("Location"));
        assertEquals(List.of(friday("12:00")), starts());
    }

    /** The second click is no later than the first: what is done is done. */
    @Test
    void aSecondClickIsNotTooLate() {
        var soon = start.plusSeconds(15 * 60);
        move(soon);
        app.clock.set(soon.minusSeconds(60).toString());
        assertEquals(visit + "?moved=1", move(soon).header("Location"));
    }

    @Test
    void aTakenTimeIsSaidWithFreshTimes() {
        var taken = friday("12:00");
        book(DETAILS + taken);
        for (var answer : List.of(move(taken), app.get(visit + "/time?to=" + taken))) {
            assertEquals(409, answer.status());
            assertEquals("This time has just been taken. Here is what is free now.", answer.notice());
            assertEquals("Friday, 27 November 2026", answer.html().expectFirst("#day").text());
            assertEquals(visit + "/time?day=2026-11-27", answer.header("HX-Push-Url"));
            assertFalse(answer.times().eachAttr("href").contains(visit + "/time?to=" + taken));
        }
        assertEquals(List.of(start), starts());
    }

    @Test
    void saysUntilWhen() {
        assertTrue(app.get(visit).text().contains("You can move or cancel until Mon 23 Nov, 14:00."), app.get(visit).text());
    }

    @Test
    void refusesWhenItIsTooLate() {
        app.clock.set(start.minusSeconds(2 * 3600 - 1).toString());
        var answer = move(friday("12:00"));
        assertEquals(409, answer.status());
        assertEquals("It is too late to move it online. Please call us: +370 5 200 0112", answer.notice());
        assertEquals(List.of(start), starts());
        assertEquals(visit, app.get(visit + "/time").header("Location"), "there is nothing to choose any more");
        assertEquals(visit, app.get(visit + "/time?to=" + friday("12:00")).header("Location"));
        assertTrue(app.get(visit).text().contains("To change or cancel, please call us."));
    }

    @Test
    void aCancelledAppointmentStaysWhereItIs() {
        app.post(visit + "/cancellation", Map.of());
        assertEquals(409, move(friday("12:00")).status());
        assertEquals("Your appointment is cancelled", app.get(visit).heading());
        assertEquals(visit, app.get(visit + "/time").header("Location"));
    }

    @Test
    void hidesOtherPeoplesAppointments() {
        var other = book(app.details(1, "service=1&teamMember=2"));
        var foreign = visit.substring(0, visit.lastIndexOf('/')) + other.substring(other.lastIndexOf('/'));
        var bodies = List.of(foreign, visit + "x", "/forms/1/visits/99999/" + "0".repeat(32), "/forms/99" + visit.substring(8)).stream()
                .map(path -> {
                    assertEquals(404, app.post(path + "/time", Map.of("to", friday("12:00").toString())).status(), path);
                    assertEquals(404, app.get(path + "/again").status(), path);
                    var answer = app.get(path + "/time");
                    assertEquals(404, answer.status(), path);
                    return answer.body();
                }).distinct().toList();
        assertEquals(1, bodies.size(), "all the same page");
        assertEquals(List.of(start), starts());
    }

    @Test
    void anotherSiteMovesNothing() {
        var to = Map.of("to", friday("12:00").toString());
        assertEquals(403, app.post(visit + "/time", to, "Sec-Fetch-Site", "cross-site").status());
        assertEquals(403, app.post(visit + "/time", to, "Origin", "null").status());
        assertEquals(405, app.send(app.request(visit + "/time", "Origin", app.url()).DELETE()).status());
        assertEquals(List.of(start), starts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"day=x", "month=2026-13", "to=now", "to=1970-01-01T00:00:00Z", "to=-999999999-01-01T00:00:00Z",
            "day=%2B999999999-12-31", "day=2020-01-01", "to="})
    void whatCannotBeReadWasNotAskedFor(String query) {
        var page = app.get(visit + "/time?" + query);
        assertEquals(200, page.status());
        assertEquals("November 2026", page.html().expectFirst("#month").text());
        assertEquals(visit + "/time", app.post(visit + "/time", Map.of("to", "soon")).header("Location"));
    }

    @Test
    void nobodyKeepsIt() {
        for (var path : List.of("/time", "/time?to=" + friday("12:00"), "/again"))
            assertEquals("no-store", app.get(visit + path).header("Cache-Control"), path);
    }

    @Test
    void keepsTheLanguage() {
        var page = app.get(visit + "/time?lang=ar&day=2026-11-27");
        assertEquals("rtl", page.html().expectFirst("html").attr("dir"));
        var question = app.get(page.times().getFirst().attr("href"));
        assertEquals("ar", question.html().expectFirst("html").attr("lang"));
        var moved = app.choose(question, "تغيير الموعد");
        assertEquals(visit + "?moved=1&lang=ar", moved.header("Location"));
        assertTrue(page.html().select(".languages a").eachAttr("href").contains(visit + "/time?day=2026-11-27&lang=de"));
    }

    // Again

    @Test
    void theSameIsBookedAgain() {
        app.post(visit + "/cancellation", Map.of());
        var again = app.choose(app.get(visit), "Book again");
        assertEquals("/forms/1?service=1&teamMember=1", again.header("Location"));
        assertEquals("Choose a time", app.follow(again).heading());
    }

    @Test
    void afterTheVisitItIsOver() {
        app.clock.set(start.plusSeconds(3600).toString());
        var page = app.get(visit);
        assertEquals("Your visit", page.heading());
        assertFalse(page.text().contains("calendar"), page.text());
        assertEquals("/forms/1?service=1&teamMember=1&lang=de", app.get(visit + "/again?lang=de").header("Location"));
    }

    private Answer move(Instant to) {
        return app.post(visit + "/time", Map.of("to", to.toString()));
    }

    private List<Instant> starts() {
        return starts(visit);
    }

    private static List<Instant> starts(String visit) {
        return app.get(visit + "/calendar.ics").body().lines().filter(line -> line.startsWith("DTSTART:"))
                .map(line -> Instant.parse(line.replaceFirst("DTSTART:(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"))).toList();
    }

    private static String offered(String times) {
        return String.join(" ", app.get(times).times().eachAttr("href")).replace("%3A", ":");
    }

    private static Instant friday(String utc) {
        return Instant.parse("2026-11-27T" + utc + ":00Z");
    }

    private static String book(String details) {
        var phone = "+3706123%04d".formatted(clients++);
        booked.add(app.submit(app.get(details), "details", Map.of("name", "Vera", "phone", phone)).header("Location"));
        return booked.getLast();
    }
}

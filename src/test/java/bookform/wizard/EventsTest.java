package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.support.AtOnce;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code /forms/{form}/events}. The workshops are on Sundays at 16:30, six seats each: the first is full, and each later one has a seat
 * more, of which a client may hold three.
 */
class EventsTest {
    private static final RunningApp app = RunningApp.start();
    private static final Map<String, String> VERA = Map.of("name", "Vera", "phone", "8 612 34567", "comment", "Two\nlines");

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void showsWhatIsComingDayByDay() {
        var page = list();
        assertEquals("Group events", page.heading());
        assertEquals("Sunday 29 November 2026", page.html().select(".group h2").first().text().replace(",", ""));
        assertTrue(page.html().select(".what").first().text().startsWith("16:30 Styling workshop"), page.text());
        assertTrue(page.text().contains("€35"));
        assertEquals(8, page.html().select(".group").size(), "as far as can be booked");
    }

    @Test
    void aFullOneStaysInItsPlaceAndLeadsNowhere() {
        var full = list().html().select(".choice").first();
        assertEquals("span", full.tagName());
        assertTrue(full.text().contains("Fully booked"), full.text());
        assertEquals(0, full.select("a, button").size());
    }

    @Test
    void theFirstPagesLeadToEachOther() {
        var services = app.get("/forms/1");
        assertEquals("Choose services", services.heading());
        var events = app.choose(services, "Group events");
        assertEquals("Group events", events.heading());
        assertEquals("page", events.html().select(".way:contains(Group events)").attr("aria-current"));
        assertEquals("Choose services", app.choose(events, "Appointments").heading());
        assertEquals(0, app.get("/forms/1/team-member?service=1").html().select(".ways").size(), "only at the beginning");
    }

    @Test
    void whereThereIsNothingElseTheListIsTheFirstPage() {
        try (var studio = RunningApp.start()) {
            assertEquals("Choose services", studio.get("/forms/1").heading(), "the control");
            var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
            studio.app().store().locations().replace(setup.withServices(setup.services().stream().map(EventsTest::onlyForGroups).toList()));
            var first = studio.get("/forms/1");
            assertEquals("Group events", first.heading());
            assertEquals(0, first.html().select(".ways, .back").size());
            assertEquals("Styling workshop", studio.choose(first, "Styling workshop").heading());
        }
    }

    @Test
    void booksSeats() {
        var event = event(5);
        assertEquals("Styling workshop", event.heading());
        assertEquals("Sunday, 3 January 2027, 16:30–18:00",
                event.html().expectFirst(".facts b").text().replace("\u2060", "").replace("\u00a0", " "));
        assertEquals("Bring your own brush; we have the rest.", event.html().select(".info").text());
        assertEquals(List.of("1", "2", "3"), event.html().select("#seats option").eachText());
        var details = app.submit(event, "seats-form", Map.of("seats", "2"));
        assertEquals("Your details", details.heading());
        assertTrue(details.html().select(".panel").text().contains("Styling workshop × 2 €70"), details.text());
        var before = app.booked();
        var booked = app.follow(app.submit(details, "details", VERA));
        assertEquals("You are booked", booked.heading());
        assertEquals("Styling workshop × 2 €70", booked.html().select(".facts dd:has(.price)").first().text());
        assertTrue(app.get(booked.linkTo("Add to calendar")).body().contains("SUMMARY:Styling workshop × 2 · "));
        assertEquals(before + 1, app.booked());
    }

    @Test
    void theCalendarFileAndTheCancellationAreThoseOfAppointments() {
        var booked = app.follow(app.submit(details(6, 1), "details", VERA));
        assertTrue(app.get(booked.linkTo("Add to calendar")).body().contains("SUMMARY:Styling workshop"));
        assertEquals(0, booked.html().select("a:contains(Move)").size(), "its time is everybody's");
        var asked = app.choose(booked, "Cancel the appointment");
        assertEquals("Your appointment is cancelled", app.follow(app.choose(asked, "Cancel the appointment")).heading());
    }

    @Test
    void asksForTheCodeWhereTheFormDoes() {
        var ask = app.submit(app.get(at(2, 6)), "seats-form", Map.of());
        ask = app.submit(ask, "details", with(VERA, "agreed", RunningApp.AGREED));
        assertEquals("Confirm your phone", ask.heading());
        var wrong = app.submit(ask, "code-form", Map.of("code", "12"));
        assertEquals(422, wrong.status());
        assertEquals("Vera", wrong.field("name"));
        assertEquals("You are booked", app.follow(app.submit(wrong, "code-form", Map.of("code", app.code("+37061234567")))).heading());
    }

    @Test
    void whatIsTypedWrongKeepsTheSeats() {
        var again = app.submit(details(6, 2), "details", with(VERA, "phone", "12"));
        assertEquals(422, again.status());
        assertTrue(again.html().select(".panel").text().contains("× 2"), again.text());
        assertEquals("Vera", again.field("name"));
    }

    @Test
    void theSamePageTwiceIsTheSameBooking() {
        var page = details(7, 1);
        var first = app.submit(page, "details", VERA);
        var before = app.booked();
        assertEquals(first.header("Location"), app.submit(page, "details", VERA).header("Location"));
        assertEquals(before, app.booked());
    }

    /** The second workshop has one seat. */
    @Test
    void ofTwentyClientsWhoWantTheLastSeatOneGetsIt() throws Exception {
        var url = at(1, 1);
        var pages = IntStream.range(0, 20).mapToObj(i -> app.submit(app.get(url), "seats-form", Map.of())).toList();
        var answers = AtOnce.all(20, i -> app.submit(pages.get(i), "details", with(VERA, "phone", "+3706123" + (1_000 + i))));
        assertEquals(Map.of(303, 1L, 409, 19L), answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())));
        var loser = answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
        assertEquals("There are not that many places left.", loser.notice());
        assertTrue(loser.text().contains("Fully booked"), loser.text());
        assertEquals("Vera", loser.field("name"));
        var others = app.choose(loser, "See other events");
        assertEquals("Group events", others.heading());
        var other = app.submit(app.choose(others, "Styling workshop"), "seats-form", Map.of());
        assertEquals("Vera", other.field("name"), "what was typed goes along to another event");
    }

    @Test
    void moreSeatsThanOneClientMayHoldAreRefusedOnItsPage() {
        var refused = app.submit(details(7, 4), "details", with(VERA, "phone", "+37061239999"));
        assertEquals(409, refused.status());
        assertEquals("Styling workshop", refused.heading());
        assertEquals("That is more places than one client can book here.", refused.notice());
        assertEquals("Vera", refused.field("name"));
    }

    @Test
    void oneThatIsNotThereLeadsToTheList() {
        var answer = app.get("/forms/1/events/999999");
        assertEquals("Group events", answer.heading());
        assertEquals("This event cannot be booked any more. Please choose again.", answer.notice());
        assertEquals("/forms/1/events?gone=events", app.get("/forms/1/details?event=999999").header("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/1/events/x", "/forms/1/events/-1", "/forms/1/events?date=2026-02-30", "/forms/1/events?event=7&seats=x",
            "/forms/1/events/99999999999999999999?seats=-5", "/forms/1/details?event=7&seats=999999999999"})
    void whatCannotBeReadCountsAsNotChosen(String path) {
        assertTrue(List.of(200, 303).contains(app.get(path).status()), path);
    }

    @Test
    void startsOnALaterDayWhereAsked() {
        assertEquals(1, app.get("/forms/1/events?date=2027-01-17").html().select(".group").size());
        assertEquals("There are no events to book at the moment", app.get("/forms/1/events?date=2030-01-01").heading());
    }

    @Test
    void setsNoCookieAndKeepsTheLanguage() {
        var page = app.get("/forms/1/events?lang=de");
        assertEquals("Gruppentermine", page.heading());
        assertEquals("", page.header("Set-Cookie"));
        assertTrue(page.html().select("a.choice").attr("href").endsWith("?lang=de"));
    }

    @Test
    void aFormThatIsNotThereHasNone() {
        assertEquals(404, app.get("/forms/999/events").status());
        assertEquals(404, app.get("/forms/999/events/1").status());
    }

    private static OfferedService onlyForGroups(OfferedService service) {
        return service.isForGroups() ? service
                : new OfferedService(service.id(), service.category(), service.title(), service.price(), service.duration(),
                        service.technicalBreak(), service.comment(), service.image(), service.resources(), false);
    }

    private static Answer list() {
        return app.get("/forms/1/events");
    }

    /** @param week from 0, the one that is full */
    private static Answer event(int week) {
        return app.get(at(1, week));
    }

    private static String at(long form, int week) {
        var event = app.get("/forms/" + form + "/events?date=" + LocalDate.of(2026, 11, 29).plusWeeks(week)).html()
                .select("a.choice").first();
        return event.attr("href").replaceFirst("\\?.*", "");
    }

    private static Answer details(int week, int seats) {
        return app.get("/forms/1/details?event=" + at(1, week).replaceFirst(".*/", "") + "&seats=" + seats);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}

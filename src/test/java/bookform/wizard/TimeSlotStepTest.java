package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /forms/{form}/time}. Anna's last two hours, 16:00 to 18:00, are free on every day but the full Wednesday. */
class TimeSlotStepTest {
    private static final RunningApp app = RunningApp.start();
    private static final String TIME = "/forms/1/time?service=1&teamMember=1";

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void showsTheFirstFreeDayWithItsTimes() {
        var page = app.get(TIME);
        assertEquals("Choose a time", page.heading());
        assertEquals("November 2026", page.html().expectFirst("#month").text());
        assertEquals("Monday, 23 November 2026", page.html().expectFirst("#day").text());
        assertTrue(page.times().eachText().containsAll(List.of("16:00", "16:15", "17:15")), page.times().eachText().toString());
        assertFalse(page.times().eachText().contains("17:30"), "a haircut takes 45 minutes, Anna goes home at 18:00");
    }

    @Test
    void tellsDaysApart() {
        var page = app.get(TIME);
        assertEquals("23", page.html().expectFirst(".day.today").ownText());
        assertEquals("day full", page.html().expectFirst(".day:matchesOwn(^25$)").className());
        assertEquals("day closed", page.html().expectFirst(".day:matchesOwn(^22$)").className());
        assertEquals("a", page.html().expectFirst(".day:matchesOwn(^24$)").tagName());
        assertEquals(0, page.html().select("a.full, a.closed").size());
    }

    @Test
    void showsTheDayAskedFor() {
        var page = app.choose(app.get(TIME), "24");
        assertEquals("Tuesday, 24 November 2026", page.html().expectFirst("#day").text());
        assertEquals("24", page.html().expectFirst(".day.chosen").ownText());
    }

    @Test
    void leadsToTheDetails() {
        var url = app.get(TIME).html().expectFirst(".chip:matchesOwn(^16:00$)").attr("href");
        assertEquals("/forms/1/details?service=1&teamMember=1&start=2026-11-23T14%3A00%3A00Z", url);
        assertEquals("Your details", app.get(url).heading());
    }

    @Test
    void remembersTheTimeChosen() {
        var page = app.get(TIME + "&start=2026-11-24T14:15:00Z");
        assertEquals("Tuesday, 24 November 2026", page.html().expectFirst("#day").text());
        assertEquals("16:15", page.html().expectFirst(".chip[aria-current=true]").text());
    }

    @Test
    void aFullDayOffersTheNextFreeOne() {
        var page = app.get(TIME + "&date=2026-11-25");
        assertEquals(0, page.times().size());
        assertTrue(page.text().contains("No free time on this day."));
        assertEquals("Thursday, 26 November 2026", app.choose(page, "Next free").html().expectFirst("#day").text());
        assertEquals("service=1&teamMember=any&date=2026-11-25", app.choose(page, "anyone").response().uri().getQuery());
    }

    @Test
    void turnsTheMonths() {
        var december = app.choose(app.get(TIME), "December 2026");
        assertEquals("December 2026", december.html().expectFirst("#month").text());
        assertEquals("November 2026", app.choose(december, "November 2026").html().expectFirst("#month").text());
        assertEquals(0, app.get(TIME).html().select("a.prev").size(), "nobody books the past");
    }

    @Test
    void nothingIsOfferedBeyondTheHorizon() {
        var page = app.get(TIME + "&date=2027-03-15");
        assertEquals(0, page.times().size());
        assertEquals(0, page.html().select("a.day").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"date=2020-01-01", "date=9999-12-31", "date=2026-02-30", "date=today", "month=2026-13", "month=1999-01",
            "month=9999-12", "start=now",
            "start=2020-01-01T10:00:00Z", "start=9987-01-01T00:00:00Z", "start=-999999999-01-01T00:00:00Z", "date=%2B999999999-12-31"})
    void whatCannotBeReadOrIsLongGoneShowsTheFirstFreeDay(String query) {
        var page = app.get(TIME + "&" + query);
        assertEquals(200, page.status());
        assertEquals("November 2026", page.html().expectFirst("#month").text());
        assertFalse(page.html().select("a.day").isEmpty());
    }

    @Test
    void whoDoesNotDoItIsChosenAgain() {
        var answer = app.get("/forms/1/time?service=1&teamMember=3");
        assertEquals("/forms/1/team-member?service=1&gone=team-member", answer.header("Location"));
        assertEquals("This team member cannot be booked for your choice any more. Please choose again.", app.follow(answer).notice());
        assertEquals(303, app.get("/forms/1/time?service=1&teamMember=77").status());
    }

    @Test
    void asksForTheTeamMemberFirst() {
        assertEquals("/forms/1/team-member?service=1", app.get("/forms/1/time?service=1").header("Location"));
    }

    @Test
    void carriesTypedDetailsThroughEveryDayAndMonth() {
        var page = app.choose(app.choose(app.post(TIME, Map.of("name", "Vera", "phone", "861234567")), "December 2026"), "November 2026");
        assertEquals("Vera", page.field("name"));
        var details = app.choose(page, "16:00");
        assertEquals("Your details", details.heading());
        assertEquals(List.of("Vera", "861234567"), List.of(details.field("name"), details.field("phone")));
    }

    @Test
    void timesAreTheLocationsWhateverTheBrowser() {
        assertEquals("Eastern European Time", app.get(TIME).html().expectFirst(".zone").text());
        assertEquals("Europe/Vilnius", app.get(TIME).html().expectFirst(".zone").attr("data-zone"));
    }

    @Test
    void anUnknownFormIsNotThere() {
        assertEquals(404, app.get("/forms/99/time?service=1&teamMember=1").status());
    }
}

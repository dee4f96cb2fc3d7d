package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.booking.BookingForm;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.FormStep.TimePreset;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import bookform.web.OurLanguages;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms may ask in any order, hide steps, and choose beforehand. Each is walked by the page's own links and forms, to the end. */
class FormOrderTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"SERVICE,TEAM_MEMBER,TIME", "SERVICE,TIME,TEAM_MEMBER", "TEAM_MEMBER,SERVICE,TIME", "TEAM_MEMBER,TIME,SERVICE",
            "TIME,SERVICE,TEAM_MEMBER",
            "TIME,TEAM_MEMBER,SERVICE"})
    void everyOrderLeadsToABooking(Kind first, Kind second, Kind third) {
        form(FormStep.of(first), FormStep.of(second), FormStep.of(third), FormStep.of(Kind.DETAILS));
        assertEquals(List.of(first, second, third, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @ParameterizedTest
    @CsvSource({"SERVICE,TIME,TEAM_MEMBER", "TEAM_MEMBER,SERVICE,TIME", "TIME,TEAM_MEMBER,SERVICE"})
    void everyOrderCarriesTypedDetails(Kind first, Kind second, Kind third) {
        form(FormStep.of(first), FormStep.of(second), FormStep.of(third));
        assertEquals(List.of(first, second, third, Kind.DETAILS),
                walk(app.post("/forms/1/" + Flow.page(first), Map.of("name", "Vera", "phone", "+37061234567")), true));
    }

    @Test
    void aTimeFirstNarrowsWhatCanBeDoneThen() {
        form(FormStep.of(Kind.TIME), FormStep.of(Kind.SERVICE), FormStep.of(Kind.TEAM_MEMBER));
        // Monday at 17:30: Anna is free until 18:00, too short for a haircut.
        var services = app.get("/forms/1/services?start=2026-12-14T15:30:00Z").html().select("input[name=service]").eachAttr("value");
        assertTrue(services.contains("5"), services.toString());
        assertFalse(services.contains("1"), services.toString());
    }

    @Test
    void aHiddenServiceIsTaken() {
        form(hidden(Kind.SERVICE, DemoLocation.HAIRCUT), FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.TIME));
        var first = app.get("/forms/1");
        assertEquals("Step 1 of 3", first.html().expectFirst(".steps").text());
        assertTrue(first.html().select(".summary").text().contains("Haircut"));
        assertFalse(first.html().select(".change").text().contains("Services"), "what is hidden is not up to the client");
        assertEquals(List.of(Kind.TEAM_MEMBER, Kind.TIME, Kind.DETAILS), walk(first, false));
    }

    @Test
    void aHiddenTeamMemberIsTaken() {
        form(FormStep.of(Kind.SERVICE), hidden(Kind.TEAM_MEMBER, DemoLocation.ANNA), FormStep.of(Kind.TIME));
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
        assertTrue(app.get("/forms/1/time?service=1").html().select(".summary").text().contains("Anna"));
    }

    @Test
    void aHiddenTeamMemberFirstOffersOnlyWhatTheyDo() {
        form(hidden(Kind.TEAM_MEMBER, DemoLocation.BORIS), FormStep.of(Kind.SERVICE), FormStep.of(Kind.TIME));
        assertEquals(List.of("1", "2", "3", "4", "5"), app.get("/forms/1").html().select("input[name=service]").eachAttr("value"));
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @ParameterizedTest @CsvSource({"-1", "''"})
    void aHiddenTeamMemberWithoutAPersonIsAnyone(String preset) {
        form(FormStep.of(Kind.SERVICE),
                new FormStep(Kind.TEAM_MEMBER, "", true, preset.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(preset)),
                        TimePreset.NONE),
                FormStep.of(Kind.TIME));
        assertTrue(app.get("/forms/1/time?service=1").html().select(".summary").text().contains("Anyone available"));
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @Test
    void aFormWithoutATeamMemberStepBooksAnyone() {
        form(FormStep.of(Kind.SERVICE), FormStep.of(Kind.TIME));
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @Test
    void everythingHiddenLeavesTheTime() {
        form(hidden(Kind.SERVICE, DemoLocation.HAIRCUT), hidden(Kind.TEAM_MEMBER, DemoLocation.ANNA), FormStep.of(Kind.TIME));
        assertEquals(List.of(Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @Test
    void aHiddenServiceWithoutOneIsAskedForAfterAll() {
        form(new FormStep(Kind.SERVICE, "", true, Optional.empty(), TimePreset.NONE), FormStep.of(Kind.TEAM_MEMBER),
                FormStep.of(Kind.TIME));
        assertEquals("Choose services", app.get("/forms/1").heading());
    }

    /** A preset that is gone must not send the client round in a circle. */
    @ParameterizedTest @CsvSource({"SERVICE", "TEAM_MEMBER"})
    void aHiddenStepWhosePresetIsGoneEndsSomewhere(Kind kind) {
        form(kind == Kind.SERVICE ? hidden(kind, 999) : FormStep.of(Kind.SERVICE),
                kind == Kind.TEAM_MEMBER ? hidden(kind, 999) : FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.TIME));
        for (var path : List.of("/forms/1", "/forms/1/services?service=1", "/forms/1/team-member?service=1", "/forms/1/time?service=1",
                "/forms/1/details?service=1")) {
            var page = app.get(path);
            for (var hops = 0; page.status() == 303; hops++) {
                assertTrue(hops < 5, path + " goes round in a circle: " + page.header("Location"));
                page = app.follow(page);
            }
            assertEquals(200, page.status(), path);
        }
    }

    @Test
    void aPresetThatIsShownIsTickedBeforehand() {
        form(new FormStep(Kind.SERVICE, "", false, Optional.of(DemoLocation.HAIRCUT), TimePreset.NONE), FormStep.of(Kind.TEAM_MEMBER),
                FormStep.of(Kind.TIME));
        var page = app.get("/forms/1");
        assertEquals(List.of("1"), page.html().select("input[checked]").eachAttr("value"));
        assertEquals("Choose a team member", app.submit(page, "services", Map.of()).heading());
        assertEquals(List.of("5"), app.get("/forms/1/services?service=5").html().select("input[checked]").eachAttr("value"));
    }

    @Test
    void theFormsOwnTitlesAreShown() {
        form(new FormStep(Kind.SERVICE, "What shall it be? <b>", false, Optional.empty(), TimePreset.NONE),
                new FormStep(Kind.TEAM_MEMBER, "Who?", false, Optional.empty(), TimePreset.NONE),
                new FormStep(Kind.TIME, "When?", false, Optional.empty(), TimePreset.NONE),
                new FormStep(Kind.DETAILS, "You", false, Optional.empty(), TimePreset.NONE));
        for (var language : OurLanguages.ALL) assertEquals("What shall it be? <b>", app.get("/forms/1?lang=" + language).heading());
        assertEquals("What shall it be? <b> · Linden Studio", app.get("/forms/1").html().title());
        assertEquals("Who?", app.get("/forms/1/team-member?service=1").heading());
        assertEquals("When?", app.get("/forms/1/time?service=1&teamMember=1").heading());
        assertEquals("You", app.get("/forms/1/details?service=1&teamMember=1&start=2026-11-30T14:00:00Z").heading());
    }

    @Test
    void aDayChosenBeforehandIsTheOneShown() {
        var day = LocalDate.of(2026, 12, 7);
        form(FormStep.of(Kind.SERVICE), FormStep.of(Kind.TEAM_MEMBER),
                time(new TimePreset(Optional.of(day), true, Optional.empty(), false)));
        var page = app.get("/forms/1/time?service=1&teamMember=1");
        assertEquals("Monday, 7 December 2026", page.html().expectFirst("#day").text());
        assertEquals(0, page.html().select(".month").size());
        assertEquals(List.of(Kind.SERVICE, Kind.TEAM_MEMBER, Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @Test
    void aHiddenTimeOfTheDayIsTheOnlyOneOffered() {
        form(FormStep.of(Kind.SERVICE), FormStep.of(Kind.TEAM_MEMBER),
                time(new TimePreset(Optional.empty(), false, Optional.of(LocalTime.of(16, 30)), true)));
        assertEquals(List.of("16:30"), app.get("/forms/1/time?service=1&teamMember=1&date=2026-12-07").times().eachText());
    }

    @Test
    void aStepTwiceIsOne() {
        form(FormStep.of(Kind.SERVICE), FormStep.of(Kind.TIME), FormStep.of(Kind.SERVICE), FormStep.of(Kind.DETAILS),
                FormStep.of(Kind.TEAM_MEMBER));
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.TEAM_MEMBER, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @Test
    void aFormWithoutStepsAsksForWhatIsNeeded() {
        form();
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), walk(app.get("/forms/1"), false));
    }

    @Test
    void choosingAgainKeepsWhatStillHolds() {
        form(FormStep.of(Kind.TIME), FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.SERVICE));
        var services = app.get("/forms/1/services?teamMember=1&start=2026-12-07T14:00:00Z");
        assertEquals("Choose services", services.heading());
        assertEquals("Something you chose cannot be booked any more. Please choose again.", services.html().select(".empty").text());
        var times = app.choose(services, "Change Date and time");
        assertEquals("Monday, 7 December 2026", times.html().expectFirst("#day").text());
        assertTrue(app.choose(times, "16:15").response().uri().getQuery().contains("teamMember=1"));
    }

    /** Walks to the end by the first choice of every page; gives the steps it came by. */
    private static List<Kind> walk(Answer page, boolean carries) {
        var before = app.booked();
        var steps = new ArrayList<Kind>();
        for (var hops = 0; hops < 12; hops++) {
            if (page.status() == 303) {
                page = app.follow(page);
                continue;
            }
            assertEquals(200, page.status(), page.text());
            assertEquals(carries, page.html().select("input[type=hidden][name=name], #details [name=name][value=Vera]").size() > 0,
                    page.heading());
            if (!page.html().select("#services").isEmpty()) {
                steps.add(Kind.SERVICE);
                page = app.submit(page, "services",
                        Map.of("service", page.html().expectFirst("input[name=service]:not([disabled])").val()));
            } else if (!page.times().isEmpty()) {
                steps.add(Kind.TIME);
                page = app.choose(page, page.times().getFirst().text());
            } else if (!page.html().select("#details").isEmpty()) {
                steps.add(Kind.DETAILS);
                page = app.submit(page, "details", carries ? Map.of() : Map.of("name", "Vera", "phone", "+37061234567"));
                assertEquals("You are booked", app.follow(page).heading());
                assertEquals(before + 1, app.booked());
                return steps;
            } else {
                steps.add(Kind.TEAM_MEMBER);
                var names = page.html().select("a.choice b, button.choice b").eachText();
                page = app.choose(page, names.contains("Anna") ? "Anna" : names.getLast());
            }
        }
        throw new AssertionError("Not booked after 12 pages: " + steps);
    }

    private static FormStep hidden(Kind kind, long preset) {
        return new FormStep(kind, "", true, Optional.of(preset), TimePreset.NONE);
    }

    private static FormStep time(TimePreset preset) {
        return new FormStep(Kind.TIME, "", false, Optional.empty(), preset);
    }

    @ParameterizedTest
    @CsvSource({"SERVICE,TEAM_MEMBER", "TEAM_MEMBER,SERVICE"})
    void whereNothingCanBeBookedNoStepsAreCounted(Kind first, Kind second) {
        form(FormStep.of(first), FormStep.of(second), FormStep.of(Kind.TIME));
        assertEquals(1, app.get("/forms/1").html().select(".steps").size());
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        form(setup.withServices(List.of()).withTeamMembers(List.of()), FormStep.of(first), FormStep.of(second), FormStep.of(Kind.TIME));
        var closed = app.get("/forms/1").html();
        assertEquals("There is nothing to book here at the moment", closed.select("h1").text());
        assertEquals(1, closed.select("#step .content a[href^=tel:]").size(), "whom to call");
        assertEquals(0, closed.select(".steps, progress").size(), closed.select(".top").text());
    }

    private static void form(FormStep... steps) {
        form(DemoLocation.setup(LocalDate.of(2026, 11, 23)), steps);
    }

    private static void form(LocationSetup setup, FormStep... steps) {
        var plain = setup.forms().getFirst();
        var form = new BookingForm(plain.id(), plain.location(), List.of(steps), plain.language(), plain.languages(),
                plain.phoneConfirmation(), plain.smsReminders(),
                plain.commentRequired(), plain.commentLabel(), plain.notice(), plain.privacyPolicy(), plain.caption());
        app.app().store().locations()
                .replace(setup.withForms(List.of(form, setup.forms().getLast())));
    }
}

package bookform.wizard;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.support.DemoChain.RIVERSIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.FormStep.TimePreset;
import bookform.support.DemoChain;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/locations}, on our own engine; {@link LocationStepOnAltegioTest} is the same on Altegio. */
class LocationStepTest {
    private static final String CHAIN_FORM = "/forms/" + DemoChain.FORM;

    private static RunningApp business;

    /** Where the business keeps its locations. */
    static RunningApp business() {
        return business;
    }

    /** Where the pages are. */
    protected RunningApp app() {
        return business;
    }

    @BeforeAll
    static void start() {
        business = RunningApp.start();
    }

    @AfterAll
    static void stop() {
        business.close();
    }

    @BeforeEach
    void setUp() {
        DemoChain.setUp(business.app().store(), LocalDate.now());
    }

    @Test
    void listsTheLocationsByCity() {
        var page = app().get(CHAIN_FORM);
        assertEquals("Choose a location", page.heading());
        assertEquals("Linden Studios", page.html().select(".salon").text());
        assertEquals(List.of("Vilnius", "Kaunas"), page.html().select("h2:not(.panel h2)").eachText());
        assertEquals(List.of("Linden Studio", "Linden by the river"), page.html().select(".choice b").eachText());
        assertTrue(page.text().contains("1 Linden Street, Kaunas"), page.text());
        assertEquals("54.9", page.html().select("li[data-latitude]").last().attr("data-latitude"));
    }

    @Test
    void saysWhenThereIsFreeTimeNext() {
        for (var soon : app().get(CHAIN_FORM).html().select(".soon").eachText()) assertTrue(soon.startsWith("Free "), soon);
    }

    @Test
    void leadsToTheServicesThere() {
        var page = app().choose(app().get(CHAIN_FORM), "Linden by the river");
        assertEquals("Choose services", page.heading());
        assertEquals("location=2", page.response().uri().getQuery());
        assertEquals("Linden by the river", page.html().select(".salon").text());
        assertTrue(page.html().select(".panel .facts").text().contains("1 Linden Street, Kaunas"), page.text());
        assertEquals("Linden by the river", page.html().select(".bar summary b").text());
        assertEquals("1 Linden Street, Kaunas", page.html().select(".bar summary small").text());
    }

    @Test
    void theSummaryLeadsBack() {
        var page = app().choose(app().get(CHAIN_FORM + "/team-member?location=2&service=1"), "Change Where");
        assertEquals("Choose a location", page.heading());
        assertEquals("Linden by the river", page.html().select(".choice[aria-current=true] b").text());
        assertEquals(CHAIN_FORM + "/team-member?service=1&location=2", page.linkTo("Linden by the river"), "nothing is lost by looking");
    }

    @Test
    void elsewhereNothingIsChosen() {
        var page = app().get(CHAIN_FORM + "/locations?location=2&service=1&teamMember=1&lang=de");
        assertEquals(CHAIN_FORM + "/services?location=1&lang=de", page.linkTo("Linden Studio"));
    }

    @Test
    void whatWasChosenBeforeTheLocationStays() {
        assertEquals(CHAIN_FORM + "/team-member?service=1&location=1",
                app().get(CHAIN_FORM + "/locations?service=1").linkTo("Linden Studio").replace("location=1&service=1",
                        "service=1&location=1"));
    }

    @Test
    void asksForALocationFirst() {
        for (var query : List.of("", "?service=1", "?location=7&service=1", "?location=x", "?location=-1")) {
            var answer = app().get(CHAIN_FORM + "/time" + query);
            assertEquals(303, answer.status(), query);
            assertEquals("Choose a location", app().follow(answer).heading(), query);
        }
    }

    @Test
    void otherFormsHaveNone() {
        assertEquals("Choose services", app().get("/forms/1?location=2").heading());
        assertFalse(app().get("/forms/1/services?location=2").text().contains("river"));
    }

    @Test
    void aHiddenOneIsTheOneThatIsPreset() {
        DemoChain.setUp(business().app().store(), LocalDate.now(),
                new FormStep(Kind.LOCATION, "Where?", true, Optional.of(RIVERSIDE), TimePreset.NONE));
        forget();
        var page = app().get(CHAIN_FORM);
        assertEquals("Choose services", page.heading());
        assertEquals("Linden by the river", page.html().select(".salon").text());
        setUp();
        forget();
    }

    @Test
    void carriesTypedDetailsInTheBody() {
        var page = app().post(CHAIN_FORM + "/locations?location=1&service=1", Map.of("name", "Vera"));
        assertEquals("Vera", page.field("name"));
        var next = app().choose(page, "Linden by the river");
        assertEquals("Vera", next.field("name"));
        assertFalse(next.response().uri().toString().contains("Vera"));
    }

    @Test
    void booksWhereItWasChosen() {
        var confirmation = app().follow(details(LOCATION, "+370 612 00001"));
        assertEquals("You are booked", confirmation.heading());
        assertTrue(confirmation.text().contains("1 Linden Street, Vilnius"), confirmation.text());
        assertEquals("location=1", confirmation.response().uri().getQuery());

        var again = app().choose(app().choose(confirmation, "Cancel"), "Cancel the appointment");
        assertEquals("Your appointment is cancelled", app().follow(again).heading());
    }

    @Test
    void asksForACodeWhereTheLocationDoes() {
        var asked = details(RIVERSIDE, "+370 612 00002");
        assertEquals(200, asked.status());
        var confirmation = app().follow(app().submit(asked, "code-form", Map.of("code", business().code("+37061200002"))));
        assertEquals("You are booked", confirmation.heading());
        assertTrue(confirmation.text().contains("1 Linden Street, Kaunas"), confirmation.text());
    }

    @Test
    void nobodyGetsAroundTheCode() {
        var asked = details(RIVERSIDE, "+370 612 00003");
        assertEquals(422, app().submit(asked, "code-form", Map.of("code", "")).status());
    }

    @Test
    void anAppointmentIsFoundWhereItIs() {
        var url = app().follow(details(LOCATION, "+370 612 00004")).response().uri();
        assertEquals(200, app().get(url.getPath() + "?location=1").status());
        for (var query : List.of("", "?location=2", "?location=7")) assertEquals(404, app().get(url.getPath() + query).status(), query);
    }

    @Test
    void addressesOfAltegiosWidgetNameTheLocation() {
        assertEquals(CHAIN_FORM + "/time?location=2&teamMember=1&service=1",
                app().get("/company/2/personal/select-time?o=m1s1&form=30").header("Location"));
        assertEquals(404, app().get("/company/7/personal/select-time?o=m1s1&form=30").status());
    }

    /** What comes of the details of a visit at a location. */
    private Answer details(long location, String phone) {
        var address = app().details(DemoChain.FORM, "location=" + location + "&service=1&teamMember=1");
        return app().submit(app().get(address), "details", Map.of("name", "Vera", "phone", phone));
    }

    /** Pages that remember forms look again. */
    protected void forget() {}
}

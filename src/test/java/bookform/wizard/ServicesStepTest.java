package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/services}. Haircut is 1 (Anna, Boris, Daniel), beard trim 2 (Boris), classic manicure 9 (Clara, Emma). */
class ServicesStepTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void showsWhatThereIsByCategory() {
        var page = app.get("/forms/1/services");
        assertEquals(200, page.status());
        assertEquals("Choose services", page.heading());
        assertEquals(List.of("Hair", "Nails", "Brows & lashes"), page.html().select("section.group h2").eachText());
        assertEquals(15, page.html().select("input[name=service]").size());
        assertTrue(page.text().contains("€32"), page.text());
    }

    @Test
    void theFormsOwnAddressIsItsFirstStep() {
        assertEquals("Choose services", app.get("/forms/1").heading());
        assertEquals("Choose services", app.get("/forms/1/").heading());
    }

    @Test
    void whereThereIsNothingToTickThereIsNoWayOn() {
        try (var closed = RunningApp.start()) {
            var setup = DemoLocation.setup(LocalDate.parse("2026-11-23"));
            closed.app().store().locations().replace(setup.withServices(List.of()).withTeamMembers(List.of()));
            var page = closed.get("/forms/1");
            assertEquals("There is nothing to book here at the moment", page.heading());
            assertEquals(0, page.html().select("button[form=services]").size());
        }
        assertEquals(2, app.get("/forms/1").html().select("button[form=services]").size(), "where there is, in the bar and beside it");
    }

    @Test
    void remembersWhatIsTicked() {
        var page = app.get("/forms/1/services?service=1&service=5");
        assertEquals(List.of("1", "5"), ticked(page));
        assertTrue(page.html().select(".summary .bar").text().contains("2 services"), page.html().select(".summary").text());
    }

    @Test
    void whatNobodyDoesTogetherCannotBeTicked() {
        var page = app.get("/forms/1/services?service=1");
        assertTrue(page.html().expectFirst("#service-9").hasAttr("disabled"));
        assertFalse(page.html().expectFirst("#service-5").hasAttr("disabled"));
        assertTrue(page.html().expectFirst("label:has(#service-9)").text().contains("Cannot be combined"));
    }

    @Test
    void continuesToTheTeamMember() {
        var page = app.submit(app.get("/forms/1/services"), "services", Map.of("service", "1"));
        assertEquals("Choose a team member", page.heading());
        assertEquals("/forms/1/team-member?service=1", page.response().uri().getPath() + "?" + page.response().uri().getQuery());
    }

    @Test
    void keepsTheOtherChoicesAndTheLanguage() {
        var page = app.get("/forms/1/services?service=1&teamMember=1&date=2026-11-25&lang=de");
        assertEquals(List.of("1", "2026-11-25", "de"), List.of(page.field("teamMember"), page.field("date"), page.field("lang")));
        assertEquals("de", page.html().expectFirst("html").attr("lang"));
    }

    @Test
    void continuingWithNothingTickedComesBack() {
        var page = app.submit(app.get("/forms/1/services"), "services", Map.of());
        assertEquals("Choose services", app.follow(page).heading());
    }

    @Test
    void unknownServicesAreNotTicked() {
        assertEquals(List.of("1"), ticked(app.get("/forms/1/services?service=1&service=999&service=x&service=-1")));
    }

    @Test
    void carriesTypedDetailsInTheBody() {
        var page = app.post("/forms/1/services", Map.of("name", "Vera", "phone", "0612", "comment", "<b>"));
        assertEquals(200, page.status());
        assertEquals(List.of("Vera", "0612", "<b>"), List.of(page.field("name"), page.field("phone"), page.field("comment")));
        var next = app.submit(page, "services", Map.of("service", "1"));
        assertEquals("Choose a team member", next.heading());
        assertEquals("Vera", next.field("name"));
    }

    @Test
    void anUnknownFormIsNotThere() {
        for (var form : List.of("99", "0", "abc", "1x", "99999999999999999999", "-1", "1%2f2")) {
            var status = app.get("/forms/" + form + "/services").status();
            assertTrue(status == 404 || status == 400, form + ": " + status);
        }
    }

    @Test
    void otherMethodsAreRefused() {
        for (var method : List.of("PUT", "DELETE", "PATCH")) {
            var answer = app.send(app.request("/forms/1/services", "Origin", app.url()).method(method,
                    java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertEquals(405, answer.status(), method);
        }
    }

    private static List<String> ticked(Answer page) {
        return page.html().select("input[name=service][checked]").eachAttr("value");
    }
}

package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/details}. */
class DetailsStepTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void asksWhoComes() {
        var page = app.get(app.details(1, "service=1&teamMember=1"));
        assertEquals("Your details", page.heading());
        assertEquals(List.of("token", "name", "phone", "email", "comment"),
                page.html().expectForm("#details").select("[name]").eachAttr("name"));
        assertEquals("Step 4 of 4", page.html().expectFirst(".steps").text());
        assertEquals("Book", page.html().expectFirst("#book").text());
    }

    @Test
    void sumsUpWhatWasChosen() {
        var page = app.get("/forms/1/details?service=1&teamMember=1&start=2026-11-23T14:00:00Z");
        var summary = page.html().expectFirst(".summary .panel").text();
        for (var part : List.of("Haircut", "Anna", "€45", "45 min", "16:00", "16:45"))
            assertTrue(summary.contains(part), part + " in " + summary);
    }

    @Test
    void theFormDecidesWhatIsAsked() {
        var page = app.get(app.details(2, "service=1&teamMember=1"));
        assertEquals(List.of("token", "name", "phone", "email", "comment", "reminder", "agreed"),
                page.html().expectForm("#details").select("[name]").eachAttr("name"));
        assertTrue(page.text().contains("Please come five minutes early."));
        assertTrue(page.text().contains("Linden Studio keeps your name"));
        assertEquals("24", page.html().expectFirst("#reminder option[selected]").val());
        assertTrue(page.html().expectForm("#details").attr("action").startsWith("/forms/2/phone-confirmations?"));
    }

    @Test
    void everyPageHasATokenOfItsOwn() {
        var url = app.details(1, "service=1&teamMember=1");
        assertNotEquals(app.get(url).field("token"), app.get(url).field("token"));
    }

    @Test
    void showsWhatWasTypedBefore() {
        var page = app.post(app.details(2, "service=1&teamMember=1"),
                Map.of("name", "Vera \"V\" <b>", "phone", "+370", "email", "a@b", "comment", "</textarea><i>", "reminder", "2", "agreed",
                        RunningApp.AGREED));
        assertEquals(200, page.status());
        assertEquals(List.of("Vera \"V\" <b>", "+370", "a@b", "</textarea><i>"),
                List.of(page.field("name"), page.field("phone"), page.field("email"), page.field("comment")));
        assertEquals("2", page.html().expectFirst("#reminder option[selected]").val());
        assertTrue(page.html().expectFirst("#agreed").hasAttr("checked"));
        assertEquals("", page.html().select(".errors").text(), "nothing was sent yet, so nothing is wrong");
    }

    @Test
    void goesBackToTheDayThatWasChosen() {
        var page = app.get("/forms/1/details?service=1&teamMember=1&start=2026-11-24T14:00:00Z");
        assertEquals("Tuesday, 24 November 2026", app.choose(page, "Back").html().expectFirst("#day").text());
    }

    @Test
    void changingAServiceKeepsWhatWasTyped() {
        var typed = app.post(app.details(1, "service=1&teamMember=1"), Map.of("name", "Vera"));
        var services = app.choose(typed, "Change Services");
        assertEquals("Choose services", services.heading());
        assertEquals("Vera", services.field("name"));
    }

    @Test
    void aTimeThatIsTakenIsChosenAgain() {
        var answer = app.get("/forms/1/details?service=1&teamMember=1&start=2026-11-25T14:00:00Z");
        assertEquals(303, answer.status());
        var page = app.follow(answer);
        assertEquals("Choose a time", page.heading());
        assertEquals("This time has just been taken. Here is what is free now.", page.notice());
    }

    @Test
    void timesThatAreNotOfferedAreNotThere() {
        for (var start : List.of("2026-11-23T14:07:00Z", "2026-11-23T03:00:00Z", "2026-11-22T14:00:00Z", "2027-11-23T14:00:00Z",
                "2026-11-23T14:00:00.000000001Z")) {
            assertEquals(303, app.get("/forms/1/details?service=1&teamMember=1&start=" + start).status(), start);
        }
    }

    @Test
    void asksForTheTimeFirst() {
        assertEquals("/forms/1/time?service=1&teamMember=1", app.get("/forms/1/details?service=1&teamMember=1").header("Location"));
    }

    @Test
    void saysItInTheLanguageOfTheAddress() {
        var page = app.get(app.details(1, "service=1&teamMember=1&lang=ar"));
        assertEquals(List.of("ar", "rtl"),
                List.of(page.html().expectFirst("html").attr("lang"), page.html().expectFirst("html").attr("dir")));
        assertTrue(page.html().expectForm("#details").attr("action").endsWith("&lang=ar"));
    }

    @Test
    void keepsNothingInTheCacheOfOthers() {
        assertTrue(app.get(app.details(1, "service=1&teamMember=1")).header("Cache-Control").contains("private"));
        assertFalse(app.post(app.details(1, "service=1&teamMember=1"), Map.of("name", "Vera")).header("Cache-Control").contains("public"));
    }

    @Test
    void anUnknownFormIsNotThere() {
        assertEquals(404, app.get("/forms/99/details?service=1&teamMember=1&start=2026-11-23T14:00:00Z").status());
    }
}

package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code POST /forms/{form}/phone-confirmations}, and the page that takes the code. */
class PhoneCodeStepTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void sendsACodeAndAsksForIt() {
        var page = ask("8 610 10000");
        assertEquals(200, page.status());
        assertEquals("Confirm your phone", page.heading());
        assertTrue(page.text().contains("+370 610 10000"), "shown back before it is trusted: " + page.text());
        assertTrue(app.code("+37061010000").matches("[0-9]{6}"));
        assertFalse(page.body().contains(app.code("+37061010000")), "the code is on the phone alone");
    }

    @Test
    void sendsItInTheClientsLanguage() {
        app.submit(app.get(app.details(2, "service=1&teamMember=1&lang=de")), "details", details("+37061020000"));
        var message = app.get("/demo/messages").html().expectFirst(".card:contains(+37061020000)").text();
        assertTrue(message.contains("Code"), message);
        assertFalse(message.contains("is your code"), message);
    }

    @Test
    void remembersEverythingTyped() {
        var page = ask("+37061030000");
        var sent = details("+37061030000");
        sent.forEach((name, value) -> assertEquals(value, page.field(name), name));
        assertFalse(page.field("token").isEmpty());
    }

    @Test
    void whatIsWrongIsSaidByTheFieldAndNothingIsSent() {
        var page = app.submit(app.get(app.details(2, "service=1&teamMember=1")), "details",
                Map.of("name", "", "phone", "12", "email", "x", "comment", "stays"));
        assertEquals(422, page.status());
        assertEquals(List.of("name-error", "phone-error", "email-error", "agreed-error"), page.html().select(".error").eachAttr("id"));
        assertEquals(List.of("12", "stays"), List.of(page.field("phone"), page.field("comment")));
        assertFalse(app.get("/demo/messages").text().contains(" 12 "));
    }

    @Test
    void asSoonAgainWaitsOnTheSamePage() {
        ask("+37061040000");
        var first = app.code("+37061040000");
        var again = ask("+37061040000");
        assertEquals(200, again.status());
        assertTrue(again.notice().contains("We have just sent you a code."), again.notice());
        assertEquals("You can ask for another code in 30 seconds.", again.html().select("#again").text());
        app.clock.advance(Duration.ofSeconds(10));
        var wrong = app.submit(again, "code-form", Map.of("code", "12"));
        assertEquals("You can ask for another code in 20 seconds.", wrong.html().select("#again").text());
        assertEquals(first, app.code("+37061040000"));
    }

    @Test
    void aNewCodeVoidsTheOld() {
        var page = ask("+37061050000");
        var first = app.code("+37061050000");
        app.clock.advance(Duration.ofSeconds(31));
        var again = app.choose(page, "Send the code again");
        assertEquals("Confirm your phone", again.heading());
        assertEquals("", again.notice());
        var second = app.code("+37061050000");
        assertNotEquals(first, second, "one in a million");
        assertEquals(422, app.submit(again, "code-form", Map.of("code", first)).status());
        assertEquals(303, app.submit(again, "code-form", Map.of("code", second)).status());
    }

    @Test
    void theWaitGrowsAndFiveADayAreAll() {
        var page = ask("+37061060000");
        for (var wait : List.of(Duration.ofSeconds(31), Duration.ofSeconds(61), Duration.ofMinutes(15), Duration.ofMinutes(15))) {
            app.clock.advance(wait);
            page = app.choose(page, "Send the code again");
            assertEquals("", page.notice());
        }
        app.clock.advance(Duration.ofMinutes(20));
        assertTrue(app.choose(page, "Send the code again").notice().contains("We have just sent"));
    }

    @Test
    void fiveWrongTriesAndTheRightOneIsDead() {
        var page = ask("+37061070000");
        var code = app.code("+37061070000");
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (var i = 0; i < 5; i++) assertEquals(422, app.submit(page, "code-form", Map.of("code", wrong)).status());
        assertEquals(422, app.submit(page, "code-form", Map.of("code", code)).status());
    }

    @Test
    void anOldCodeIsDead() {
        var page = ask("+37061080000");
        app.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertEquals(422, app.submit(page, "code-form", Map.of("code", app.code("+37061080000"))).status());
    }

    @Test
    void theCodeOfAnotherPhoneIsWrong() {
        var page = ask("+37061090000");
        ask("+37061100000");
        assertEquals(422, app.submit(page, "code-form", Map.of("code", app.code("+37061100000"))).status());
    }

    @Test
    void aCodeIsTakenAsPeopleTypeIt() {
        var spaced = ask("+37061110000");
        assertEquals(303,
                app.submit(spaced, "code-form", Map.of("code", " " + app.code("+37061110000").replaceFirst("(...)", "$1-"))).status());
        var arabic = ask("+37061120000");
        var digits = app.code("+37061120000").chars().map(digit -> digit - '0' + '\u0660').collect(StringBuilder::new,
                StringBuilder::appendCodePoint, StringBuilder::append);
        assertEquals(303, app.submit(arabic, "code-form", Map.of("code", digits.toString())).status());
    }

    @Test
    void theNumberCanBeChanged() {
        var page = app.choose(ask("+37061130000"), "Change the number");
        assertEquals("Your details", page.heading());
        assertEquals(List.of("Vera", "+37061130000", "A comment"), List.of(page.field("name"), page.field("phone"), page.field("comment")));
    }

    @Test
    void noCodeForATimeThatIsTaken() {
        var page = app.post("/forms/2/phone-confirmations?service=1&teamMember=1&start=2026-11-25T14:00:00Z", details("+37061140000"));
        assertEquals(409, page.status());
        assertEquals("Choose a time", page.heading());
        assertEquals("Vera", page.field("name"));
        assertFalse(app.get("/demo/messages").text().contains("+37061140000"));
    }

    @Test
    void aReloadOfItsAddressIsTheDetails() {
        var url = app.details(2, "service=1&teamMember=1").replace("/details", "/phone-confirmations");
        assertEquals("Your details", app.get(url).heading());
    }

    @Test
    void anUnknownFormIsNotThere() {
        assertEquals(404, app.post("/forms/99/phone-confirmations", details("+37061150000")).status());
    }

    private static Answer ask(String phone) {
        return app.submit(app.get(app.details(2, "service=1&teamMember=1")), "details", details(phone));
    }

    private static Map<String, String> details(String phone) {
        return new HashMap<>(Map.of("name", "Vera", "phone", phone, "email", "vera@example.com", "comment", "A comment", "reminder", "4",
                "agreed", RunningApp.AGREED));
    }
}

package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.OtherServer;
import bookform.support.RunningApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What our own engine never says, and Altegio does: that a visit is paid for, that tips are taken, which cards a client holds. */
class OnlyOnAltegioTest {
    private static final String PHONE = "+37061239001";

    private static RunningApp engine;
    private static OtherServer altegio;
    private static RunningApp app;
    private static CabinetClient vera;
    private static String booked;

    @BeforeAll
    static void start() {
        engine = RunningApp.start();
        altegio = new OtherServer(engine.url());
        app = RunningApp.onAltegio(altegio.url());
        booked = engine.submit(engine.get(engine.details(1, "service=1&teamMember=1")), "details", Map.of("name", "Vera", "phone", PHONE))
                .header("Location").split("/")[4];
        vera = CabinetClient.signIn(app, engine, PHONE);
    }

    @AfterAll
    static void stop() {
        app.close();
        altegio.close();
        engine.close();
    }

    @AfterEach
    void nothingElse() {
        altegio.saysOurs();
    }

    @Test
    void whatIsPaidForSaysSoAndThatCancellingDoesNotPayItBack() {
        var page = "/cabinet/appointments/1/" + booked;
        assertFalse(vera.get(page).html().select(".status").eachText().contains("Paid"), "the control");
        altegio.says("\"prepaid\":true", "\"prepaid\":false");
        assertFalse(vera.get(page).html().select(".status").eachText().contains("Paid"), "it is to be paid for, and was not");
        altegio.says("\"prepaid_confirmed\":true", "\"prepaid_confirmed\":false");
        assertEquals(List.of("Booked", "Paid"), vera.get(page).html().select(".status").eachText());
        assertEquals(List.of("Booked", "Paid"), vera.get("/cabinet/appointments").html().select(".visit .status").eachText());
        assertEquals(303, vera.get(page + "/cancellation").status(), "what is paid for may not be cancelled here: back to its page");
        altegio.says("\"allow_delete_prepaid_record\":true", "\"allow_delete_prepaid_record\":false");
        assertTrue(vera.get(page + "/cancellation").text().contains("does not give the money back"));
        altegio.says("\"prepaid\":false", "\"prepaid\":false");
        assertFalse(vera.get(page + "/cancellation").text().contains("does not give the money back"));
    }

    @Test
    void everyStatusIsSaid() {
        for (var attendance : Map.of("2", "Confirmed", "1", "Visited", "-1", "Missed", "0", "Booked").entrySet()) {
            altegio.says("\"attendance\":" + attendance.getKey(), "\"attendance\":0");
            assertEquals(attendance.getValue(), vera.get("/cabinet/appointments").html().select(".visit .status").first().text());
        }
    }

    /** The tip is paid where Altegio says, and nowhere else. */
    @Test
    void aTipLeadsToItsPage() {
        for (var each : List.of(engine, app)) each.clock.advance(Duration.ofDays(2));
        var review = vera.get("/cabinet/appointments/1/" + booked).linkTo("How was your visit?");
        assertEquals(0, app.get(review).html().select("[name=tip]").size(), "the control");
        altegio.says("\"tips\":[5]", "\"tips\":[]").says("\"url\":\"https://pay.example/1\"", "\"url\":\"\"");
        var page = app.get(review);
        assertTrue(page.text().contains("€"), page.text());
        for (var wrong : List.of("-1", "1.234", "10001", "much")) {
            var answer = app.post(review, Map.of("stars", "5", "text", "", "tip", wrong));
            assertEquals(422, answer.status(), wrong);
            assertEquals(wrong, answer.field("tip"));
        }
        var paid = app.post(review, Map.of("stars", "5", "text", "", "tip", "2,50"));
        assertEquals("https://pay.example/1", paid.linkTo("Pay the tip"));
        assertTrue(altegio.bodies().stream().anyMatch(body -> body.contains("\"tips_amount\":2.50")), "in the currency's own units");
        for (var each : List.of(engine, app)) each.clock.set(RunningApp.MONDAY);
    }

    @Test
    void cardsAreShownAsFarAsTheyAreTold() {
        var nothing = vera.get("/cabinet/loyalty");
        assertEquals("You have no cards here.", nothing.html().select(".nothing").text());
        altegio.answers("/loyalty/abonements", """
            {"success": true, "data": [{"number": "M-17", "balance_string": "Yoga (5)", "expiration_date": "2027-01-31T00:00:00+0200",
                "type": {"title": "Ten times yoga"}, "status": {"title": "Active", "extended_title": "Active since May"}}], "meta": []}
            """).answers("/loyalty/certificates", """
            {"success": true, "data": [{"number": "G-1", "balance": 25.5, "expiration_date": null, "type": {"title": "For a friend"},
                "status": []}], "meta": []}
            """);
        var page = vera.get("/cabinet/loyalty");
        assertEquals(List.of("Memberships", "Gift cards"), page.html().select("h2").eachText(), "what there is none of is not there");
        for (var told : List.of("Ten times yoga", "M-17", "Yoga (5)", "Active since May", "31 January 2027", "For a friend", "€25.50"))
            assertTrue(page.text().contains(told), told + " in " + page.text());
        assertEquals("no-store", page.header("Cache-Control"));
        altegio.fails("/loyalty/certificates");
        var half = vera.get("/cabinet/loyalty");
        assertEquals(200, half.status());
        assertEquals(List.of("Memberships"), half.html().select("h2").eachText());
        assertTrue(half.notice().startsWith("We cannot ask for all of your cards"), half.text());
        assertEquals(200, vera.get("/cabinet/appointments").status());
    }
}

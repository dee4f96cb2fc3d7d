package bookform.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** {@code /reviews/{token}}, with a token that the cabinet shows once the visit is over. */
@TestInstance(Lifecycle.PER_CLASS)
class ReviewPageTest {
    private static final List<String> TIMES = List.of("2026-11-23T14:00:00Z", "2026-11-23T14:45:00Z");
    private static final Instant AFTERWARDS = Instant.parse("2026-11-23T17:00:00Z");
    private static final String PHONE = "+37061280001";

    RunningApp app;
    /** Where the visits are: the same, or the one behind it. */
    RunningApp salon;

    private CabinetClient vera;
    private List<String> visits;

    @BeforeAll
    void book() {
        start();
        vera = CabinetClient.signIn(app, salon, PHONE);
        visits = TIMES.stream().map(start -> app.submit(app.get("/forms/1/details?service=1&teamMember=1&start=" + start), "details",
                Map.of("name", "Vera Kazlauskė", "phone", PHONE)).header("Location").split("/")[4]).toList();
        assertFalse(vera.get(visit(0)).text().contains("How was your visit?"), "not yet");
        for (var one : List.of(app, salon)) one.clock.set(AFTERWARDS.toString());
    }

    void start() {
        salon = RunningApp.start();
        app = salon;
    }

    @AfterAll
    void stop() {
        app.close();
        if (salon != app) salon.close();
    }

    @Test
    void isSaidOnceAndShownWithTheRating() {
        var review = review(0);
        var page = app.get(review);
        assertEquals("How was your visit?", page.heading());
        assertTrue(page.text().contains("Anna"), page.text());
        assertEquals(List.of("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5"), page.html().select(".stars label").eachText());
        assertEquals(0, page.html().select("[name=tip]").size(), "nobody takes tips here");
        var sent = app.post(review, Map.of("stars", "4", "text", "Quick and <b>kind</b>\nthank you", "tip", "5"));
        assertEquals(303, sent.status());
        assertEquals(review, sent.header("Location"));
        var said = app.follow(sent);
        assertEquals("Thank you for your review", said.heading());
        assertTrue(said.text().contains("★★★★☆4 of 5"), said.text());
        assertTrue(said.html().select(".person small").text().contains("★ 4.9 (215 "), said.text());
        assertTrue(said.text().contains("Quick and <b>kind</b>"), said.text());
        assertFalse(said.body().contains("Kazlauskė"));
        assertEquals(0, said.html().select("form").size());

        var second = app.post(review, Map.of("stars", "1", "text", "again"));
        assertEquals(review, second.header("Location"));
        assertEquals(said.text(), app.get(review).text(), "the second click");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        var review = review(1);
        for (var stars : List.of("", "0", "6", "five", "4.5", "44")) {
            var answer = app.post(review, Map.of("stars", stars, "text", "Typed"));
            assertEquals(422, answer.status(), stars);
            assertTrue(answer.text().contains("Please choose how many stars."), answer.text());
            assertEquals("Typed", answer.html().expectFirst("textarea").text());
        }
        var tooLong = app.post(review, Map.of("stars", "5", "text", "x".repeat(2_001)));
        assertEquals(422, tooLong.status());
        assertEquals("5", tooLong.html().expectFirst("[name=stars][checked]").val());
        assertEquals("How was your visit?", app.get(review).heading(), "nothing was kept");
    }

    @Test
    void whatIsNotAReviewIsNotThere() {
        var review = review(1);
        var bodies =
                List.of(review.replaceFirst("\\?.*", "x"), "/reviews/x", "/reviews/1-1-1", "/reviews/" + "x".repeat(500)).stream()
                        .map(path -> {
                            assertEquals(404, app.post(path, Map.of("stars", "5")).status(), path);
                            var answer = app.get(path);
                            assertEquals(404, answer.status(), path);
                            return answer.body();
                        }).distinct().toList();
        assertEquals(1, bodies.size(), "all the same page");
    }

    @Test
    void onlyOurOwnPageSends() {
        var review = review(1);
        assertEquals(403, app.post(review, Map.of("stars", "1"), "Sec-Fetch-Site", "cross-site").status());
        assertEquals(405, app.send(app.request(review, "Origin", app.url()).DELETE()).status());
        assertEquals("no-store", app.get(review).header("Cache-Control"));
        assertEquals("rtl", app.get(review.replace("lang=en", "lang=ar")).html().expectFirst("html").attr("dir"));
        assertEquals("How was your visit?", app.get(review).heading());
    }

    private String review(int number) {
        var address = vera.get(visit(number)).linkTo("How was your visit?");
        assertTrue(address.endsWith("?lang=en"), "in the language of the cabinet: " + address);
        return address;
    }

    private String visit(int number) {
        return "/cabinet/appointments/1/" + visits.get(number);
    }
}

package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.FormStep.Kind;
import bookform.booking.Style.Theme;
import bookform.wizard.Selection.Manner;
import bookform.wizard.Selection.Seats;
import bookform.wizard.Selection.When;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choices so far, read from a real request and written as an address. */
class SelectionTest {
    private static final AtomicReference<Selection> read = new AtomicReference<>();
    private static final Javalin server = Javalin.create(javalin -> {
        javalin.startup.showJavalinBanner = false;
        javalin.routes.get("/forms/7/time", ctx -> read.set(AskedSelection.of(ctx, 7)));
        javalin.routes.post("/forms/7/time", ctx -> read.set(AskedSelection.of(ctx, 7)));
    }).start(0);
    private static final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        http.shutdownNow();
        server.stop();
    }

    @Test
    void readsEveryChoice() {
        var selection =
                from("location=2&service=3&service=1&teamMember=5&date=2026-11-25&month=2026-12&start=2026-11-25T10:00:00Z&event=7&seats=2&lang=de&theme=dark");
        assertEquals(new Selection(7, Optional.of(2L), List.of(3L, 1L), Optional.of(5L),
                new When(Optional.of(LocalDate.of(2026, 11, 25)), Optional.of(YearMonth.of(2026, 12)),
                        Optional.of(Instant.parse("2026-11-25T10:00:00Z"))),
                Optional.of(new Seats(7, 2)), new Manner(Optional.of("de"), Optional.of(Theme.DARK))), selection);
    }

    @Test
    void anyTeamMemberIsAChoice() {
        var selection = from("teamMember=any");
        assertTrue(selection.has(Kind.TEAM_MEMBER));
        assertEquals(Optional.empty(), selection.choices().teamMember());
        assertEquals(selection, from("teamMember=-1"));
        assertEquals("/forms/7/time?teamMember=any", selection.url("time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "service=", "service=x", "service=0", "service=-5", "service=1.5", "service=99999999999999999999",
            "service=%00", "service=1%201", "teamMember=",
            "teamMember=ANY", "teamMember=0", "teamMember=-2", "teamMember=%F0%9F%98%80", "date=", "date=2026-02-30", "date=26-01-01",
            "date=tomorrow", "date=1970-01-01",
            "date=%2B10000-01-01", "date=-0001-01-01", "month=2026", "month=2026-13", "month=2026-00", "month=%2B999999999-12", "start=",
            "start=2026-11-25", "start=now",
            "start=2026-11-25T10:00:00", "start=1970-01-01T00:00:00Z", "start=%2B1000000000-12-31T23:59:59Z",
            "start=-1000000000-01-01T00:00:00Z", "lang=", "lang=x",
            "lang=de'%20onload=1", "lang=%22%3E%3Cscript%3E", "lang=a%0d%0aSet-Cookie:%20x", "Service=1", "service[]=1",
            "name=Vera&phone=1", "&&&==&"})
    void whatCannotBeReadCountsAsNotChosen(String query) {
        assertEquals(Selection.none(7), from(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service=3&service=1&teamMember=5&start=2026-11-25T10:00:00Z&lang=de",
            "service=1&teamMember=any&date=2026-11-25", "month=2026-12", "",
            "lang=zh-Hant-TW", "lang=de_DE", "start=2026-11-25T10:00:00.5Z"})
    void readsItsOwnAddress(String query) {
        var selection = from(query);
        var url = selection.url("time");
        assertEquals(selection, from(url.contains("?") ? url.substring(url.indexOf('?') + 1) : ""));
        assertEquals(url, from(url.contains("?") ? url.substring(url.indexOf('?') + 1) : "").url("time"));
    }

    @Test
    void theAddressHoldsNothingThatCouldEndIt() {
        var url = from("service=1&teamMember=2&date=2026-11-25&start=2026-11-25T10:00:00Z&lang=de").url("time");
        assertTrue(url.matches("/forms/7/time\\?[A-Za-z0-9=&%_.-]+"), url);
    }

    @Test
    void aServiceTwiceIsOneAndNoMoreThanTwentyAreTaken() {
        assertEquals(List.of(1L, 2L), from("service=1&service=2&service=1").services());
        var many = new StringBuilder();
        for (var i = 1; i <= 500; i++) many.append("&service=").append(i);
        assertEquals(20, from(many.substring(1)).services().size());
    }

    @Test
    void formsMayPostChoices() {
        var selection = send("service=1", "service=2&teamMember=3");
        assertEquals(List.of(1L, 2L), selection.services());
        assertEquals(Optional.of(3L), selection.teamMember());
    }

    @Test
    void theAddressWinsOverTheBody() {
        assertEquals(Optional.of(1L), send("teamMember=1", "teamMember=2").teamMember());
    }

    @Test
    void aDayToLookAtForgetsTheStart() {
        var selection = from("service=1&start=2026-11-25T10:00:00Z").withDate(LocalDate.of(2026, 11, 26));
        assertFalse(selection.has(Kind.TIME));
        assertEquals("/forms/7/time?service=1&date=2026-11-26", selection.url("time"));
        assertEquals("/forms/7/time?service=1&month=2026-12", selection.withMonth(YearMonth.of(2026, 12)).url("time"));
    }

    @Test
    void nothingTypedIsPartOfIt() {
        assertEquals("/forms/7/details?service=1",
                send("service=1&name=Vera", "name=Vera&phone=%2B37061234567&email=v%40e.lt&code=123456&token=t&comment=c").url("details"));
    }

    private static Selection from(String query) {
        return sent(HttpRequest
                .newBuilder(
                        URI.create("http://localhost:" + server.port() + "/forms/7/time?" + query.replace("[", "%5B").replace("]", "%5D")))
                .GET());
    }

    private static Selection send(String query, String body) {
        return sent(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/forms/7/time?" + query))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Selection sent(HttpRequest.Builder request) {
        try {
            read.set(null);
            assertEquals(200, http.send(request.build(), BodyHandlers.discarding()).statusCode());
            return read.get();
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

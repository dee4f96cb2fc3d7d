package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reliability.md I1: whatever is sent, in every field and every parameter, is understood or refused, at once, and shown as text. */
class HostileInputTest {
    private static final RunningApp app = RunningApp.start();
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final List<String> HOSTILE = hostile();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void thereAreEnough() {
        assertTrue(HOSTILE.size() >= 150, "only " + HOSTILE.size());
    }

    @ParameterizedTest @ValueSource(strings = {"name", "phone", "email", "comment", "reminder agreed token code"})
    void inEveryFieldOfTheForm(String names) {
        var details = app.details(2, "service=1&teamMember=1");
        var book = details.replace("/details", "/visits");
        var known = new HashMap<String, Set<String>>();
        learn(known, app.post(details, Map.of("name", "x", "agreed", RunningApp.AGREED)));
        learn(known, app.post(book, Map.of("name", "x", "token", "x")));
        learn(known, app.post(book, Map.of("token", app.get(details).field("token"), "email", "x")));
        learn(known, app.post("/forms/2/visits", "name=" + "x".repeat(70_000)));
        var booked = app.booked();
        for (var i = 0; i < HOSTILE.size(); i++) {
            var text = HOSTILE.get(i);
            var fields =
                    new HashMap<>(Map.of("name", "Vera", "phone", "+37061234567", "email", "v@example.com", "agreed", RunningApp.AGREED,
                            "token", "x"));
            for (var field : names.split(" ")) fields.put(field, text);
            var path = i % 3 == 0 ? details : book;
            var answer = quick(() -> app.post(path, fields), names + "=" + text);
            var page = answer.html();
            assertTrue(answer.status() < 500, answer.status() + " for " + names + "=" + text);
            assertEquals(List.of(), beyond(known, page), "printed by no template, for " + names + "=" + text);
            if (Set.of("name", "phone", "email", "comment").contains(names) && answer.status() != 413)
                assertEquals(visible(text), visible(page.expectFirst("[name=" + names + "]").val()), "kept as typed");
        }
        assertEquals(booked, app.booked());
    }

    @ParameterizedTest @ValueSource(strings = {"service", "teamMember date", "month start", "lang gone"})
    void inEveryParameterOfTheAddress(String names) {
        var steps = List.of("services?", "team-member?service=1&", "time?service=1&teamMember=1&",
                "details?service=1&teamMember=1&start=2026-12-14T14:00:00Z&");
        var known = new HashMap<String, Set<String>>();
        for (var step : steps) {
            for (var query : List.of("", "gone=services", "gone=time", "gone=team-member", "date=2026-12-20", "service=2", "service=9",
                    "lang=ar"))
                learn(known, landed("/forms/1/" + step + query));
        }
        for (var i = 0; i < HOSTILE.size(); i++) {
            var text = HOSTILE.get(i).substring(0, Math.min(HOSTILE.get(i).length(), 500));
            var value = "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            var url = "/forms/1/" + steps.get(i % steps.size()) + names.replace(" ", value + "&") + value;
            var answer = quick(() -> landed(url), url);
            assertTrue(answer.status() < 500, answer.status() + " for " + url);
            assertEquals(List.of(), beyond(known, answer.html()), "printed by no template, for " + url);
        }
    }

    /** What the templates print: element to the attributes it may have. */
    private static void learn(Map<String, Set<String>> known, Answer answer) {
        for (var element : answer.html().getAllElements())
            known.computeIfAbsent(element.tagName(), tag -> new HashSet<>()).addAll(attributes(element));
    }

    private static List<String> beyond(Map<String, Set<String>> known, Document page) {
        return page.getAllElements().stream()
                .filter(element -> !known.getOrDefault(element.tagName(), Set.of("nothing")).containsAll(attributes(element))
                        || !known.containsKey(element.tagName()))
                .map(Element::outerHtml).toList();
    }

    private static List<String> attributes(Element element) {
        return element.attributes().asList().stream().map(Attribute::getKey).toList();
    }

    /** Without what HTML itself changes: line breaks, control characters, halves of characters. */
    private static String visible(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("[\\s\\p{Cntrl}\\ufffd\\uffff]", "");
    }

    private static Answer landed(String url) {
        var answer = app.get(url);
        for (var hops = 0; answer.status() == 303; hops++) {
            assertTrue(hops < 5, "round in a circle: " + url);
            answer = app.follow(answer);
        }
        return answer;
    }

    private static Answer quick(Supplier<Answer> request, String what) {
        var start = System.nanoTime();
        var answer = request.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(QUICK) < 0, took + " for " + what);
        return answer;
    }

    private static List<String> hostile() {
        var all = new ArrayList<>(List.of(
                // Markup
                "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
                "<iframe src=javascript:alert(1)>", "</textarea><xss>", "</title><xss>", "</script><xss>", "</select><option selected>",
                "<!--", "-->", "<![CDATA[",
                "<?php phpinfo() ?>", "<xss autofocus onfocus=alert(1)>", "<a href=javascript:alert(1)>", "\" onmouseover=\"alert(1)",
                "' onclick='alert(1)",
                "\" autofocus onfocus=alert(1) x=\"", "` onload=`x", "\" hx-get=\"/x\" hx-trigger=\"load",
                "<div hx-post=/x hx-trigger=load>", "<b data-hx-get=/x>",
                "&lt;script&gt;", "&#60;script&#62;", "&", "&amp;", "&nbsp", "<", ">", "\"", "'", "<b", "</", "<>", "<x",
                "javascript:alert(1)", "data:text/html,<x>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<template><x></template>",
                "<base href=//evil>", "<meta http-equiv=refresh>", "<form action=//evil>", "<input name=token>", "<style>*{}</style>",
                "<plaintext>",
                "<noscript><p title=\"</noscript><x>\">", "<svg><![CDATA[</svg><x>]]>",
                // SQL, shells, templates, formats
                "' OR 1=1 --", "'; DROP TABLE appointments; --", "\" OR \"\"=\"", "1; SELECT 1", "1 UNION SELECT 1", "admin'/*",
                "x') RETURNING (SELECT 1", "%27",
                "\\'", "\\", "\\\\", "%", "_", "%s%s%s%n", "{0}", "{name}", "${7*7}", "#{7*7}", "{{7*7}}", "<%= 7*7 %>",
                "${jndi:ldap://localhost/x}", "@{x}", "`id`",
                "$(id)", "| id", "; id", "&& id", "../../../../etc/passwd", "..\\..\\boot.ini", "file:///etc/passwd", "/dev/null", "NUL",
                "{\"a\":1}", "[]", "null",
                "undefined", "NaN", "Infinity", "true", "false", "0", "-0", "-1", "1e309", "0x10", "1_000", "٣", "١٢٣", "2147483648",
                "-2147483649",
                "9223372036854775807", "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "00000001", "+1", " 1",
                "1 ", "1,1",
                // Headers and lines
                "a\r\nSet-Cookie: x=1", "a\nLocation: //evil", "a\r\n\r\n<x>", "\r", "\n", "\r\n", "\t", "\u000b", "\u0085", "\u2028",
                "\u2029", "a\u0000b", "\u0000",
                "\u0001\u0002", "\u001b[31m", "\u007f",
                // Unicode
                "\u202egnp.exe", "\u2066\u202e", "\u200b", "\u200d", "\ufeff", "\ufffe", "\uffff", "\ue000", "e\u0301",
                "\u0301".repeat(500), "😀",
                "👩\u200d👩\u200d👧".repeat(20), "\ud83d", "\ude00\ud83d", "İı", "ß", "ﬃ", "ＡＢＣ", "Ω≈ç√∫", "田中さん", "مرحبا", "שלום",
                "ภาษาไทย", "𝕳𝖊𝖑𝖑𝖔",
                "\ufdfa".repeat(50), "ZWNJ\u200c", "\u202e<b>\u202c", "＜script＞", "＇ OR 1=1",
                // Dates and the like
                "2026-11-25", "2026-02-30", "0000-00-00", "+999999999-12-31", "-999999999-01-01", "2026-11-25T10:00:00Z",
                "2026-11-25T24:00:00Z",
                "1969-12-31T23:59:59Z", "+1000000000-12-31T23:59:59.999999999Z", "2026-W48", "2026-13", "9999-12", "de", "de-DE-x-aaaaaaaa",
                "i-klingon", "any", "ANY",
                "*", "", " "));
        all.addAll(List.of("a".repeat(1_001), "a".repeat(20_000), "ą".repeat(9_000), "<".repeat(10_000), "\"".repeat(10_000),
                " ".repeat(20_000),
                "9".repeat(20_000), "+".repeat(20_000), "a@".repeat(9_000), "a@" + "b.".repeat(9_000), "(".repeat(9_000),
                "-".repeat(20_000), "\u0301a".repeat(3_000),
                "1.".repeat(9_000)));
        return all;
    }
}

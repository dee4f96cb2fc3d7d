package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step and state on a telephone whose owner has text drawn twice as large (WCAG 2.2, 1.4.4): all of it is there, in whole words. */
class LargeTextStory extends BrowserStory {
    private static final String TWICE = """
            const twice = new CSSStyleSheet();
            twice.replaceSync("html { font-size: 200% }");
            document.adoptedStyleSheets = [twice];
            """;

    /** Words that leave what they stand in, or are broken in two; the small print of the bar opens. */
    private static final String CUT = """
            () => {
              const hidden = (e) => !e.checkVisibility() || getComputedStyle(e).clipPath !== "none" || (e.parentElement && hidden(e.parentElement));
              const cut = [...document.querySelectorAll("h1, h2, h3, button, a, label, th, dt, dd, p, small, b, li")]
                .filter((e) => !hidden(e) && !e.matches(".day, .bar small") && getComputedStyle(e).display !== "inline")
                .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => "cut: " + e.tagName + " " + e.innerText.trim());
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text; (text = walker.nextNode());) {
                if (hidden(text.parentElement) || text.parentElement.closest("bdi[dir=ltr], a[dir=ltr]")) continue;
                for (const word of text.data.matchAll(/(?<![@.\\p{L}])\\p{L}+(?![@\\p{L}])/gu)) {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  if (new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1) cut.push("broken: " + word[0]);
                }
              }
              if (document.documentElement.scrollWidth > document.documentElement.clientWidth) cut.push("scrolls sideways");
              return cut;
            }""";

    private static int phones;
    private final List<String> findings = new ArrayList<>();

    @Override
    NewContextOptions usual() {
        return super.usual().setViewportSize(390, 844);
    }

    @BeforeEach
    void largeText() {
        page.addInitScript(TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyStepAndState(String language) {
        new Tour(page, app::code, this::look).walk(language);
        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theCabinet(String language) {
        var phone = "+3706195000" + ++phones;
        for (var services : List.of("service=1&teamMember=1&date=2026-12-01", "service=1&service=2&teamMember=2"))
            app.submit(app.get(app.details(1, services)), "details", Map.of("name", "Vera", "phone", phone, "email", "vera@example.com"));
        open("/cabinet?form=1&lang=" + language);
        look("sign-in");
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill(app.code(phone));
        look("code");
        page.locator("#code-form .button").click();
        page.locator(".visit").first().waitFor();
        look("appointments");
        page.locator(".visit h3 a").first().click();
        page.locator(".facts").waitFor();
        look("appointment");
        var appointment = path();
        for (var at : List.of(appointment + "/time", appointment + "/cancellation", "/cabinet/profile", "/cabinet/profile/erasure",
                "/cabinet/sessions", "/cabinet/calendar", "/forms/1/embed", "/nothing")) {
            open(at);
            look(at.replaceFirst(".*/", ""));
        }
        app.clock.advance(Duration.ofDays(9));
        open("/cabinet/appointments");
        page.locator(".past h3 a").first().click();
        page.locator(".info a").click();
        page.locator(".stars").waitFor();
        look("review");
        app.clock.set("2026-11-23T05:00:00Z");
        assertEquals(List.of(), findings);
    }

    /** Or the others would find nothing whatever there was. */
    @Test
    void aBrokenWordIsSeen() {
        page.setContent("<p style='width:2em; overflow-wrap: anywhere'>Appointment</p>");
        assertEquals(List.of("broken: Appointment"), page.evaluate(CUT));
    }

    private void look(String state) {
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = !each.classList.contains('languages') })");
        for (var text : (List<?>) page.evaluate(CUT)) findings.add(state + ": " + text);
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = false })");
    }
}

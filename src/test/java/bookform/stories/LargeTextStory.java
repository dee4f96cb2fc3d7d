package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every step and state on a telephone whose owner has text drawn twice as large (WCAG 2.2, 1.4.4), or wider apart (1.4.12): all of it is
 * there, in whole words.
 */
class LargeTextStory extends BrowserStory {
    private static final String TWICE = "html { font-size: 200% }";
    private static final String APART =
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }";
    private static final String DRAW = "style => document.adoptedStyleSheets[0].replaceSync(style)";

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

    private final List<String> findings = new ArrayList<>();

    @Override
    NewContextOptions usual() {
        return super.usual().setViewportSize(390, 844);
    }

    @BeforeEach
    void largeText() {
        page.addInitScript("document.adoptedStyleSheets = [new CSSStyleSheet()]; (%s)('%s')".formatted(DRAW, TWICE));
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
        new CabinetTour(page, app, this::look).walk(language);
        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/1/embed", "/nothing"})
    void theOthers(String address) {
        open(address);
        look(address);
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
        for (var style : List.of(APART, TWICE)) {
            page.evaluate(DRAW, style);
            for (var text : (List<?>) page.evaluate(CUT)) findings.add(state + (style.equals(TWICE) ? "" : ", apart") + ": " + text);
        }
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = false })");
    }
}

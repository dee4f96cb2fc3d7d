package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.web.OurLanguages;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every step and state on the narrowest telephone, in both directions of writing. */
class SmallScreenStory extends BrowserStory {
    /** What can be pressed and is smaller than a thumb. Seven days side by side leave 40 px each at 320; their height is full. */
    private static final String SMALL_TARGETS =
            """
            () => [...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden]), label:has(input[type=checkbox])")]
                .filter((e) => e.checkVisibility() && !e.classList.contains("visually-hidden") && !(e.type === "checkbox" && e.closest("label")))
                .map((e) => ({ e, box: e.getBoundingClientRect() }))
                .filter(({ e, box }) => box.height < 43.9 || box.width < (e.classList.contains("day") ? 40 : 43.9))
                .map(({ e, box }) => e.tagName + "." + e.className + " " + e.innerText.trim() + " " + Math.round(box.width) + "×" + Math.round(box.height))""";

    private static final String WIDER_THAN_THE_SCREEN = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** Words that are wider than what they stand in, except for the small print of the bar, which opens; buttons of three lines. */
    private static final String CUT = """
            () => [...document.querySelectorAll("h1, h2, h3, button, a, label, th, dt, dd, p, small, b")]
                .filter((e) => e.checkVisibility() && !e.closest(".visually-hidden") && !e.matches(".day, .bar small") && getComputedStyle(e).display !== "inline")
                .filter((e) => e.scrollWidth > e.clientWidth + 1 || (e.classList.contains("button") && e.clientHeight > 70))
                .map((e) => e.tagName + " " + e.innerText.trim() + " " + e.scrollWidth + "×" + e.clientHeight)""";

    @Override
    NewContextOptions usual() {
        return super.usual().setViewportSize(320, 568);
    }

    @Test
    void everythingFitsAThumb() {
        tour("en", "ltr");
    }

    @Test
    void everythingFitsAThumbFromRightToLeft() {
        tour("ar", "rtl");
    }

    /** Words are longest in other languages than English: what they stand on is no wider than the screen, and they no wider than it. */
    @Test
    void everyLanguageFits() {
        var wrong = new ArrayList<String>();
        for (var language : OurLanguages.ALL) {
            for (var step : List.of("services?service=1", "team-member?service=1", "time?service=1&teamMember=any")) {
                page.navigate(PLAIN + "/" + step + "&lang=" + language);
                see(language + " " + step, wrong);
            }
            page.locator(".chip").last().click();
            page.waitForURL("**/details?*");
            page.locator("#book").click();
            assertThat(page.locator(".errors")).isVisible();
            see(language + " details", wrong);
        }
        assertEquals(List.of(), wrong);
    }

    private void see(String what, List<String> wrong) {
        if (!page.evaluate(WIDER_THAN_THE_SCREEN).equals(0)) wrong.add(what + ": scrolls sideways");
        for (var text : (List<?>) page.evaluate(CUT)) wrong.add(what + ": " + text);
    }

    private void tour(String language, String direction) {
        var wrong = new ArrayList<String>();
        new Tour(page, app::code, state -> {
            assertThat(page.locator("html")).hasAttribute("dir", direction);
            page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = !each.classList.contains('languages') })");
            if (!page.evaluate(WIDER_THAN_THE_SCREEN).equals(0)) wrong.add(state + ": scrolls sideways");
            for (var target : (List<?>) page.evaluate(SMALL_TARGETS)) wrong.add(state + ": small target " + target);
            for (var ring : FocusRings.cut(page)) wrong.add(state + ": ring cut of " + ring);
            page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = each.classList.contains('languages') })");
            if ((boolean) page.evaluate(CabinetAccessibilityStory.MENU_CUT)) wrong.add(state + ": the menu of languages is cut");
            for (var target : (List<?>) page.evaluate(SMALL_TARGETS)) wrong.add(state + ", languages: small target " + target);
            page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = false })");
        }).walk(language);
        assertEquals(List.of(), wrong);
    }
}

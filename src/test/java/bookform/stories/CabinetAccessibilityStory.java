package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing on any page of the cabinet, light and dark, narrow and wide, in both directions of writing; and nothing sticks out. */
class CabinetAccessibilityStory extends BrowserStory {
    /** What begins before the page does cannot be scrolled to, and does not make it wider. */
    static final String MENU_CUT = """
            () => [...document.querySelectorAll(".languages[open] ul")].map((menu) => menu.getBoundingClientRect())
                .some((box) => box.left < 0 || box.right > innerWidth)""";

    private static final String PARTED = "getComputedStyle(document.querySelector('.times')).marginBlockStart !== '0px'";

    private final List<String> findings = new ArrayList<>();

    @Override
    NewContextOptions usual() {
        return super.usual().setReducedMotion(ReducedMotion.REDUCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPage(String language) {
        new CabinetTour(page, app, this::look).walk(language);
        assertEquals(List.of(), findings);
    }

    private void look(String state) {
        look(page, state, findings);
        if (state.equals("new-time") && (boolean) page.evaluate(PARTED))
            findings.add("new-time: month and day are further apart than in the wizard");
    }

    /** Each width in one theme: colours do not depend on it. */
    static void look(Page page, String state, List<String> findings) {
        for (var width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 844);
            if ((int) page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0)
                findings.add(state + " " + width + " sticks out");
            if ((boolean) page.evaluate(MENU_CUT)) findings.add(state + " " + width + " the menu of languages is cut");
            for (var text : OwnDirection.turnedRound(page)) findings.add(state + " " + width + " turned round: " + text);
            for (var ring : FocusRings.cut(page)) findings.add(state + " " + width + " ring cut of " + ring);
            if (width == 320) continue;
            var colours = width == 1280 ? ColorScheme.DARK : ColorScheme.LIGHT;
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
            for (var violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
                for (var node : violation.getNodes())
                    findings.add("%s %d %s: %s: %s".formatted(state, width, colours, violation.getHelp(), node.getHtml()));
            }
        }
    }
}

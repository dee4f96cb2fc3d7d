package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing on any page of the cabinet, light and dark, narrow and wide, in both directions of writing; and nothing sticks out. */
class CabinetAccessibilityStory extends BrowserStory {
    /** What begins before the page does cannot be scrolled to, and does not make it wider. */
    static final String MENU_CUT = """
            () => [...document.querySelectorAll(".languages[open] ul")].map((menu) => menu.getBoundingClientRect())
                .some((box) => box.left < 0 || box.right > innerWidth)""";

    private static final String PARTED = "getComputedStyle(document.querySelector('.times')).marginBlockStart !== '0px'";

    private static int phones;

    private final List<String> findings = new ArrayList<>();

    @Override
    NewContextOptions usual() {
        return super.usual().setReducedMotion(ReducedMotion.REDUCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPage(String language) {
        var phone = "+3706199000" + ++phones;
        book(phone, "service=1&teamMember=1&date=2026-12-01");
        app.post(book(phone, "service=1&teamMember=1&date=2026-12-02") + "/cancellation", Map.of());
        book(phone, "service=1&service=2&teamMember=2");
        app.clock.advance(Duration.ofDays(2));

        open("/cabinet?form=1&lang=" + language);
        look("sign in");
        page.locator(".other a").click();
        page.locator("#sign-in .button").click();
        page.locator("#login-error").waitFor();
        look("password, with errors");
        page.locator(".other a").click();
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill("1");
        page.locator("#code-form .button").click();
        page.locator("#code-error").waitFor();
        look("wrong code");
        page.locator("#code").fill(app.code(phone));
        page.locator("#code-form .button").click();
        page.locator(".visit").first().waitFor();
        look("appointments");
        page.locator(".languages summary").click();
        look("languages");
        page.locator(".languages summary").click();
        page.locator(".visit h3 a").first().click();
        page.locator(".facts").waitFor();
        look("appointment");
        var appointment = path();
        open(appointment + "/time");
        look("new time");
        if ((boolean) page.evaluate(PARTED)) findings.add("new time: month and day are further apart than in the wizard");
        page.locator(".chip").last().click();
        page.locator("form button.button").waitFor();
        look("move?");
        open(appointment + "/cancellation");
        look("cancel?");
        open("/cabinet/appointments");
        page.locator(".past h3 a").last().click();
        page.locator(".info a").click();
        page.locator(".stars").waitFor();
        look("review");
        page.locator(".stars label").last().click();
        page.locator("form .button").click();
        page.locator(".said").waitFor();
        look("review, said");
        open("/cabinet/sessions");
        look("devices");
        open("/cabinet/calendar");
        look("calendar");
        page.locator("form[action='/cabinet/calendar'] button").click();
        page.locator("#address").waitFor();
        look("calendar address");
        open("/cabinet/profile");
        look("profile");
        page.locator("#new_password").fill("short");
        page.locator("#password .button").click();
        page.locator("#new_password-error").waitFor();
        look("profile, with an error");
        page.locator("#phone").fill("+3706188000" + phones);
        page.locator("#phone-form .button").click();
        page.locator("#code").waitFor();
        look("code to the new phone");
        open("/cabinet/profile/erasure");
        look("erasure");
        open("/cabinet/appointments/1/99999");
        look("not found");
        assertEquals(List.of(), findings);
        app.clock.set("2026-11-23T05:00:00Z");
    }

    private static String book(String phone, String choices) {
        var booked = app.submit(app.get(app.details(1, choices)), "details", Map.of("name", "Vera", "phone", phone));
        assertEquals(303, booked.status(), booked.text());
        return booked.header("Location");
    }

    private void look(String state) {
        look(page, state, findings);
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

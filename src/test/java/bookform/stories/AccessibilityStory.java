package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Color;
import bookform.booking.Style;
import bookform.support.DemoChain;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing on any step or state, light and dark, narrow and wide, in both directions of writing. */
class AccessibilityStory extends BrowserStory {
    private final List<String> findings = new ArrayList<>();

    @Override
    NewContextOptions usual() {
        return super.usual().setReducedMotion(ReducedMotion.REDUCE); // colours are what they are at once
    }

    @Test
    void fromLeftToRight() {
        new Tour(page, app::code, state -> {
            look(state, 1280, ColorScheme.DARK);
            look(state, 390, ColorScheme.LIGHT);
        }).walk("en");
        assertEquals(List.of(), findings);
    }

    @Test
    void fromRightToLeft() {
        new Tour(page, app::code, state -> {
            look(state, 1280, ColorScheme.LIGHT);
            look(state, 390, ColorScheme.DARK);
        }).walk("ar");
        assertEquals(List.of(), findings);
    }

    /** The same on a form of a business with colours that nobody could read together. */
    @ParameterizedTest
    @CsvSource({"ff4fa3,fff3e0", "ffff00,ffffff", "777777,777777", "39ff14,101820", "000000,ff0000"})
    void coloursOfABusiness(String accent, String background) {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var style = new Style(Color.find(accent), Color.find(background), Optional.of(0), Optional.of("/assets/demo.svg#cut"),
                Optional.of("/assets/icon-512.png"), Optional.empty());
        app.app().store().locations().replace(setup.withForms(setup.forms().stream().map(form -> form.withStyle(style)).toList()));
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var step : List.of("services?service=1", "team-member?service=1", "time?service=1&teamMember=1")) {
                page.navigate("/forms/1/" + step);
                look(accent + " on " + background + ", " + step, 390, colours);
            }
            page.navigate(app.details(1, "service=1&teamMember=1"));
            press("Book");
            look(accent + " on " + background + ", details", 1280, colours);
        }
        app.app().store().locations().replace(setup);
        assertEquals(List.of(), findings);
    }

    @Test
    void aTakenTime() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        somebodyElseBooksIt();
        press("Book");
        sees("This time has just been taken.");
        look("taken", 390, ColorScheme.LIGHT);
        look("taken", 390, ColorScheme.DARK);
        assertEquals(List.of(), findings);
    }

    @Test
    void anEventThatIsFullAndSeatsThatAreBooked() {
        var first = app.get("/forms/1/events").html().select("a.choice").attr("href").replaceFirst(".*/", "");
        for (var language : List.of("en", "ar")) {
            open("/forms/1/events/" + (Long.parseLong(first) - 1) + "?lang=" + language);
            assertThat(page.locator("#seats-form .button")).hasAttribute("href", Pattern.compile("/forms/1/events.*"));
            look("full " + language, 390, ColorScheme.DARK);
            open("/forms/1/events?lang=" + language);
            page.locator("a.choice").last().click();
            page.locator("#seats").selectOption("3");
            page.locator("#seats-form .button").click();
            page.locator("#name").fill("Vera");
            look("seats, details " + language, 1280, ColorScheme.LIGHT);
            page.locator("#phone").fill(language.equals("ar") ? "+370 612 34561" : "+370 612 34562");
            page.locator("#book").click();
            page.locator("[data-booked]").waitFor();
            look("seats, booked " + language, 390, ColorScheme.LIGHT);
            look("seats, booked " + language, 1280, ColorScheme.DARK);
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void theLocationsOfAChain() {
        DemoChain.setUp(app.app().store(), LocalDate.now());
        for (var language : List.of("en", "ar")) {
            open("/forms/" + DemoChain.FORM + "?lang=" + language);
            look("locations " + language, 390, ColorScheme.LIGHT);
            look("locations " + language, 1280, ColorScheme.DARK);
        }
        assertEquals(List.of(), findings);
    }

    private void look(String state, int width, ColorScheme colours) {
        page.setViewportSize(width, 844);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
        for (var violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            for (var node : violation.getNodes())
                findings.add("%s %d %s: %s: %s".formatted(state, width, colours, violation.getHelp(), node.getHtml()));
        }
    }
}

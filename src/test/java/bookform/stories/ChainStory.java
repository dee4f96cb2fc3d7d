package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.DemoChain;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Geolocation;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody books at one of several locations. */
class ChainStory extends BrowserStory {
    private static final String CHAIN = "/forms/" + DemoChain.FORM;

    /** A Briton in Kaunas, not two miles from the river. */
    @Override
    NewContextOptions usual() {
        return super.usual().setGeolocation(new Geolocation(54.92, 23.93));
    }

    @BeforeEach
    void theBusinessIsAChain() {
        DemoChain.setUp(app.app().store(), LocalDate.now());
    }

    @Test
    void aClientBooksByTheRiver() {
        open(CHAIN);
        isOn("Choose a location");
        choose("Linden by the river");
        isOn("Choose services");
        press("Back");
        isOn("Choose a location");
        choose("Linden by the river");
        choose("Haircut");
        press("Continue");
        choose("Anna");
        chooseAnyTime();
        fillDetails("Vera", "612 34567");
        openSummary();
        sees("Linden by the river · 1 Linden Street, Kaunas");
    }

    @Test
    void theNearestComesFirst() {
        visitor.grantPermissions(List.of("geolocation"));
        open(CHAIN);
        press("Nearest first");
        var first = page.locator(".choice").first();
        assertThat(first).containsText("Linden by the river");
        assertThat(first).containsText(Pattern.compile("1\\.[0-9] mi"));
        assertThat(first).isFocused();
        assertThat(page.locator(".choice").last()).containsText(Pattern.compile("[0-9]{2} mi"));
        assertEquals(1, page.locator("#step ul.list").count(), "one list");
        first.click();
        isOn("Choose services");
    }

    @Test
    void aPositionThatIsNotGivenIsNotNeeded() {
        open(CHAIN);
        press("Nearest first");
        sees("Your position is not available.");
        choose("Linden Studio");
        isOn("Choose services");
    }
}

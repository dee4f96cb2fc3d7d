package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Impatient fingers, slow answers, and none. */
class SlowConnectionStory extends BrowserStory {
    @Test
    void aDoubleClickBooksOnce() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        var before = app.booked();
        control("Book").dblclick();
        isOn("You are booked");
        assertEquals(before + 1, app.booked());
    }

    @Test
    void aSecondPressWhileTheFirstIsUnderWayIsNotSent() {
        choosesUpToTheDetails(PLAIN, "Boris");
        fillDetails("Vera", "612 34567");
        var before = app.booked();
        var held = hold("**/visits?*");
        press("Book");
        isWaiting();
        assertThat(page.locator("#book")).hasAttribute("aria-disabled", "true");
        control("Book").click(new Locator.ClickOptions().setForce(true)); // a person does not see that it rests
        page.getByLabel("Name").press("Enter");
        assertEquals(1, held.size());
        held.forEach(Route::resume);
        isOn("You are booked");
        assertEquals(before + 1, app.booked());
    }

    @Test
    void aSlowAnswerIsShownAndSaid() {
        open(PLAIN);
        choose("Haircut");
        sees("1 service");
        var held = hold("**/team-member?*");
        press("Continue");
        isWaiting();
        assertThat(page.locator("#live")).hasText("Loading…");
        assertThat(control("Continue")).hasAttribute("aria-busy", "true");
        held.forEach(Route::resume);
        isOn("Choose a team member");
        assertThat(page.locator("#live")).hasText("");
        assertThat(page.locator("#progress")).hasCSS("opacity", "0");
    }

    @Test
    void withoutAConnectionNothingTypedIsLost() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        visitor.setOffline(true);
        press("Book");
        sees("No connection. Please check it and try again.");
        isOn("Your details");
        typedIs("Name", "Vera");
        typedIs("Phone", "612 34567");
        visitor.setOffline(false);
        press("Book");
        isOn("You are booked");
    }

    @Test
    void aStepThatCannotBeReachedLeavesTheOneBefore() {
        open(PLAIN);
        choose("Haircut");
        sees("1 service");
        page.route("**/team-member?*", Route::abort);
        press("Continue");
        sees("No connection. Please check it and try again.");
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        isOn("Choose services");
        addressIs("/forms/1/services\\?service=1");
        page.unroute("**/team-member?*");
        press("Continue");
        isOn("Choose a team member");
    }

    @Test
    void aTickThatCannotBeCountedStaysTicked() {
        open(PLAIN);
        page.route("**/services?*", Route::abort);
        choose("Haircut");
        sees("No connection. Please check it and try again.");
        assertThat(page.locator("#service-1")).isChecked();
        page.unroute("**/services?*");
        press("Continue");
        isOn("Choose a team member");
    }

    /** Requests to such an address wait until the story lets them go. */
    private List<Route> hold(String address) {
        var held = new ArrayList<Route>();
        page.route(address, held::add);
        return held;
    }

    private void isWaiting() {
        assertThat(page.locator("#progress")).hasCSS("opacity", "1");
    }
}

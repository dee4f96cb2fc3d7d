package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
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
    void aTickThatIsQuickerThanTheScriptCounts() {
        var held = hold("**/bookform*.js");
        page.navigate(PLAIN, new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        choose("Haircut");
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        sees("1 service");
        addressIs("/forms/1/services\\?service=1");
        press("Continue");
        isOn("Choose a team member");
        page.goBack();
        isOn("Choose services");
        sees("1 service");
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

    /** In the place of what is there, which stays for those who hear it, and for when nothing comes. */
    @Test
    void theShapeOfASlowStepIsShown() {
        open(PLAIN);
        choose("Haircut");
        sees("1 service");
        var held = hold("**/team-member?*");
        press("Continue");
        isShapedLike("team-member");
        assertThat(page.locator("#services")).hasCSS("opacity", "0");
        held.forEach(Route::resume);
        isOn("Choose a team member");
        assertThat(page.locator("ul.list")).hasCSS("opacity", "1");
        held = hold("**/time?*");
        choose("Anna");
        isShapedLike("time");
        held.forEach(Route::abort);
        sees("No connection. Please check it and try again.");
        assertThat(page.locator("[data-coming]")).hasCount(0);
        assertThat(page.locator("ul.list")).hasCSS("opacity", "1");
        page.unroute("**/time?*");
        choose("Anna");
        isOn("Choose a time");
        held = hold("**/time?*");
        choose("30");
        assertThat(page.locator(".times[data-coming] .chips").first()).hasCSS("opacity", "0");
        assertThat(page.locator(".month")).hasCSS("opacity", "1");
        held.forEach(Route::resume);
        sees("Monday, 30 November 2026");
    }

    /** The second press finds the page of the first without a script yet. */
    @Test
    void twoStepsForwardEndAtTheSecond() {
        open(PLAIN);
        choose("Haircut");
        press("Continue");
        choose("Anna");
        isOn("Choose a time");
        page.goBack();
        isOn("Choose a team member");
        page.goBack();
        isOn("Choose services");
        var held = hold("**/bookform*.js");
        page.evaluate("history.forward()");
        page.waitForCondition(() -> !held.isEmpty());
        isOn("Choose a team member");
        page.evaluate("setTimeout(() => history.forward())");
        page.waitForCondition(() -> page.url().contains("/time?"));
        page.unroute("**/bookform*.js");
        held.forEach(Route::resume);
        isOn("Choose a time");
        addressIs("/forms/1/time\\?.*");
    }

    @Test
    void aTickHidesNothing() {
        open(PLAIN);
        var held = hold("**/services?*");
        choose("Haircut");
        isWaiting();
        assertThat(page.locator("[data-coming]")).hasCount(0);
        held.forEach(Route::resume);
        sees("1 service");
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

    private void isShapedLike(String step) {
        var shape = "getComputedStyle(document.querySelector('[data-coming=%s] > h1'), '::after').maskImage".formatted(step);
        assertThat(page.locator(".content[data-coming]")).hasAttribute("data-coming", step);
        assertTrue(String.valueOf(page.evaluate(shape)).startsWith("url("), shape);
    }

    private void isWaiting() {
        assertThat(page.locator("#progress")).hasCSS("opacity", "1");
    }
}

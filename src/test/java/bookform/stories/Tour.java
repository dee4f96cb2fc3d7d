package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A walk through every step and state of a booking with a code, in any language: it goes by what things are, not by what they say. */
final class Tour {
    private static int walks;

    private final Page page;
    private final UnaryOperator<String> code;
    private final Consumer<String> look;

    /**
     * @param code reads the code that was sent to a phone
     * @param look is called on every state, with its name
     */
    Tour(Page page, UnaryOperator<String> code, Consumer<String> look) {
        this.page = page;
        this.code = code;
        this.look = look;
    }

    void walk(String language) {
        var phone = "+370612345%02d".formatted(walks++); // no phone is sent codes too often
        page.navigate("/forms/2?lang=" + language);
        look.accept("services");
        page.locator(".choice:has(#service-1)").click();
        assertThat(page.locator(".bar summary")).hasCount(1);
        look.accept("services-ticked");
        forward();
        look.accept("team-member");
        page.locator(".choice").nth(1).click();
        at("time");
        look.accept("time");
        page.locator(".chip").last().click(); // late enough to be cancelled
        at("details");
        look.accept("details");
        book();
        assertThat(page.locator(".errors")).isFocused();
        look.accept("details-errors");
        page.locator("#name").fill("Vera Kazlauskė");
        page.locator("#phone").fill(phone);
        page.locator("#agreed").check();
        book();
        assertThat(page.locator("#code")).isVisible();
        assertThat(page.locator("h1")).isFocused();
        look.accept("code");
        page.locator("#code").fill("000");
        book();
        assertThat(page.locator("#code-error")).isVisible();
        assertThat(page.locator("#code")).isFocused();
        look.accept("code-wrong");
        page.locator("#code").fill(code.apply(phone));
        book();
        assertThat(page.locator("[data-booked]")).isVisible();
        look.accept("booked");
        page.locator("a[href*='/time']").click();
        assertThat(page.locator(".chip.chosen")).isVisible();
        look.accept("new-time");
        page.locator(".chip:not(.chosen)").last().click();
        assertThat(page.locator("#step s")).hasCount(1);
        look.accept("new-time-question");
        page.locator("#step form button").click();
        assertThat(page.locator("[data-booked]")).isVisible();
        look.accept("moved");
        page.locator("a[href*='/cancellation']").click();
        assertThat(page.locator(".danger")).isVisible();
        look.accept("cancellation");
        page.locator(".danger").click();
        assertThat(page.locator(".mark.grey")).isVisible();
        look.accept("cancelled");
        page.navigate("/forms/2/events?lang=" + language);
        look.accept("events");
        page.locator("a.choice").last().click();
        assertThat(page.locator("#seats")).isVisible();
        assertThat(page.locator("h1")).isFocused();
        look.accept("event");
        page.navigate("/forms/2/visits/1/nothing?lang=" + language);
        look.accept("error");
    }

    private void forward() {
        page.locator("button[form=services]").filter(new Locator.FilterOptions().setVisible(true)).click();
        at("team-member");
    }

    private void book() {
        page.locator("#book").click();
    }

    private void at(String step) {
        page.waitForURL("**/" + step + "?*");
        assertThat(page.locator("h1")).isFocused();
    }
}

package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seats of group events: the workshops of the demo are on Sundays, the first is full, and the second has one seat left. */
class EventStory extends BrowserStory {
    private static final String EVENTS = "/forms/1/events";

    @Test
    void aClientBooksTwoSeats() {
        open(PLAIN);
        press("Group events");
        isOn("Group events");
        page.locator("a.choice").last().click();
        isOn("Styling workshop");
        sees("Bring your own brush");
        page.getByLabel("Places").selectOption("2");
        press("Continue");
        isOn("Your details");
        openSummary();
        sees("Styling workshop × 2");
        fillDetails("Vera", "612 34567");
        var before = app.booked();
        press("Book");
        isOn("You are booked");
        sees("Styling workshop × 2");
        sees("€70");
        assertEquals(before + 1, app.booked());
        page.goBack();
        assertThat(page.locator("h1")).not().hasText("You are booked");
        page.goForward();
        isOn("You are booked");
    }

    @Test
    void whatIsFullIsSeenAndLeadsNowhere() {
        open(EVENTS);
        var full = page.locator(".choice.off").first();
        assertThat(full).containsText("Fully booked");
        full.click();
        isOn("Group events");
        addressIs(EVENTS);
    }

    @Test
    void whoComesTooLateReadsSoAndTakesAnotherWithEverythingTyped() {
        open(EVENTS);
        page.locator("a.choice").first().click();
        isOn("Styling workshop");
        sees("1 place left");
        press("Continue");
        isOn("Your details");
        fillDetails("Vera Kazlauskė", "612 34567");
        somebodyElseTakesIt();
        press("Book");
        isOn("Styling workshop");
        sees("There are not that many places left.");
        sees("Fully booked");
        press("See other events");
        isOn("Group events");
        page.locator("button.choice").last().click();
        isOn("Styling workshop");
        press("Continue");
        isOn("Your details");
        typedIs("Name", "Vera Kazlauskė");
        typedIs("Phone", "612 34567");
        press("Book");
        isOn("You are booked");
    }

    @Test
    void aChangeOfMindLeadsToAppointmentsAndBack() {
        open(EVENTS);
        press("Appointments");
        isOn("Choose services");
        press("Group events");
        isOn("Group events");
        assertThat(page.locator(".way[aria-current=page]")).hasText("Group events");
    }

    private void somebodyElseTakesIt() {
        var booked = app.submit(app.get(path()), "details", Map.of("name", "Quick Client", "phone", "+37069876543"));
        assertEquals(303, booked.status(), booked.body());
    }
}

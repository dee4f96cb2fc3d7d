package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Somebody else is quicker. */
class TakenTimeStory extends BrowserStory {
    @Test
    void theTimeIsTakenWhileTheClientTypes() {
        var taken = choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera Kazlauskė", "612 34567");
        fill("Comment", "Left-handed");
        somebodyElseBooksIt();
        press("Book");
        isOn("Choose a time");
        sees("This time has just been taken. Here is what is free now.");
        addressIs("/forms/1/time\\?.*");
        isNotOffered(taken);
        freeDaysLookFree();
        chooseAnyTime();
        isOn("Your details");
        typedIs("Name", "Vera Kazlauskė");
        typedIs("Phone", "612 34567");
        typedIs("Comment", "Left-handed");
        press("Book");
        isOn("You are booked");
    }

    @Test
    void anotherDayAndAnotherPersonKeepWhatWasTypedToo() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        somebodyElseBooksIt();
        press("Book");
        isOn("Choose a time");
        press("Back");
        isOn("Choose a team member");
        press("Back");
        isOn("Choose services");
        choose("Fringe trim");
        sees("2 services");
        press("Continue");
        isOn("Choose a time");
        press("Back");
        isOn("Choose a team member");
        choose("Daniel");
        isOn("Choose a time");
        choose("28");
        sees("Saturday, 28 November 2026");
        chooseAnyTime();
        isOn("Your details");
        typedIs("Name", "Vera");
        press("Book");
        isOn("You are booked");
        sees("Fringe trim");
    }

    @Test
    void aSharedLinkToATimeThatIsTakenLeadsToTheTimes() {
        choosesUpToTheDetails(PLAIN, "Anna");
        somebodyElseBooksIt();
        page.reload();
        isOn("Choose a time");
        sees("This time has just been taken. Here is what is free now.");
    }

    /** Days are buttons now, which carry what was typed; they look as the links did. */
    private void freeDaysLookFree() {
        assertThat(page.locator("button.free:not(.chosen)").first()).not().hasCSS("background-color", "rgba(0, 0, 0, 0)");
    }

    private void isNotOffered(String time) {
        assertThat(page.locator(".chip").filter(new Locator.FilterOptions().setHasText(time))).hasCount(0);
    }
}

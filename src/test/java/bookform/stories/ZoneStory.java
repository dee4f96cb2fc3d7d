package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client in New York looks at a studio in Vilnius: times are the studio's, and the page says so (reliability.md K2). */
class ZoneStory extends BrowserStory {
    private static final String TIMES = "/forms/1/time?service=1&teamMember=1&date=2026-11-26";
    private static final String ZONE = "Eastern European Time";

    @Override
    NewContextOptions usual() {
        return super.usual().setTimezoneId("America/New_York");
    }

    @Test
    void timesAreTheStudiosFromTheFirstLookToTheConfirmation() {
        open(TIMES);
        sees(ZONE);
        var offered = times();
        inVilnius(() -> {
            open(TIMES);
            doesNotSee(ZONE); // the control: nobody there needs to be told
            assertEquals(offered, times());
        });
        var time = chooseAnyTime();
        isOn("Your details");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        sees(time);
        sees(ZONE);
    }

    private List<String> times() {
        return here().locator(".chip").allInnerTexts().stream().map(String::strip).toList();
    }

    private void inVilnius(Runnable story) {
        var mine = page;
        try (var other = visitor(super.usual())) {
            page = other.newPage();
            story.run();
        }
        page = mine;
    }
}

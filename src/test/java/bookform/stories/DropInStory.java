package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Frame;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site that used Altegio's snippet, with nothing changed but the name of the host. */
class DropInStory extends BrowserStory {
    private static final String LISTEN = """
            window.heard = [];
            window.goals = [];
            addEventListener("message", (event) => { if (event.data && event.data.action) heard.push(event.data.action); });
            addEventListener("onSendAnalytics", (event) => goals.push(event.detail.target));""";

    private HostSite site;

    @BeforeEach
    void aSiteOfAnotherOrigin() {
        site = new HostSite();
        page.addInitScript(LISTEN);
    }

    @AfterEach
    void closeTheSite() {
        site.close();
    }

    @Override
    Frame here() {
        page.waitForCondition(() -> page.frames().stream().anyMatch(frame -> frame.url().contains("/forms/")));
        return page.frames().stream().filter(frame -> frame.url().contains("/forms/")).findFirst().orElseThrow();
    }

    @Test
    void everyElementOfTheClassOpensIt() {
        visit("<p><a href='#' class=ms_booking>Book</a> <a href='#' class=ms_booking data-url='https://n2.alteg.io/company/1/personal/select-time?o=m1s1'>Book Anna</a></p>"
                + "<script src='" + host("w1")
                + "/widgetJS' charset=UTF-8></script><script>var yWidgetSettings={buttonAutoShow:false};</script>");
        page.locator(".ms_booking").first().click();
        isOn("Choose services");
        assertEquals(host("w1") + "/forms/1", here().url());
        page.keyboard().press("Escape");
        page.locator(".ms_booking").last().click();
        isOn("Choose a time");
        assertEquals(host("n2") + "/forms/2/time?teamMember=1&service=1", here().url());
        assertThat(page.locator(".float")).hasCount(0);
        assertFalse(page.url().contains("alteg.io"));
    }

    @Test
    void theButtonIsAsItsSettingsSayAndTheSiteKeepsMeasuring() {
        visit("<script src='" + host("w1") + "/widgetJS'></script>"
                + "<script>var yWidgetSettings={buttonColor:'#1c84c6',buttonPosition:'top left',buttonAutoShow:true,buttonText:'Book at Vera',formPosition:'right'};</script>");
        var button = page.getByText("Book at Vera");
        assertThat(button).hasCSS("background-color", "rgb(28, 132, 198)");
        button.click();
        choose("Haircut");
        press("Continue");
        isOn("Choose a team member");
        choose("Anna");
        isOn("Choose a time");
        chooseAnyTime();
        isOn("Your details");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        comesTrue("goals.includes('Schedule')");
        page.evaluate("Bookform.close()");
        comesTrue("goals.includes('widget_closed')");
        for (var goal : List.of("widget_loaded", "service_selected", "master_selected", "time_selected", "open_contacts", "send_contacts",
                "booked", "Schedule")) {
            assertEquals(1, ((Number) page.evaluate("(goal) => goals.filter((each) => each === goal).length", goal)).intValue(), goal);
            assertEquals(1, ((Number) page.evaluate("(goal) => heard.filter((each) => each === goal).length", goal)).intValue(), goal);
        }
    }

    @Test
    void aPlainFrameAndALinkLeadToTheStep() {
        visit("<iframe title=Booking width=360 height=700 src='" + host("n1") + "/company/1/personal/select-master?o=s1'></iframe>");
        isOn("Choose a team member");
        comesTrue("heard.includes('open_masters')");
        page.navigate(host("n1"));
        isOn("Choose services");
        assertEquals(host("n1") + "/forms/1", page.url());
    }

    private void visit(String body) {
        page.navigate(site.page("/", body));
    }

    private static String host(String prefix) {
        return "http://" + prefix + ".localhost:" + URI.create(app.url()).getPort();
    }
}

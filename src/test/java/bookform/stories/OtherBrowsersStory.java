package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bookform.support.OtherBrowser;
import bookform.support.RunningApp;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A booking through a form on another site in the browsers that are not Chromium, which have their own minds about cookies in frames:
 * Firefox blocks those of other sites here, WebKit, as Safari, never sends any. Where one cannot be had, its story is not told.
 */
class OtherBrowsersStory {
    private static final String PAGE = """
            <script>
              window.told = [];
              document.addEventListener("bookform:booked", ({ detail }) => told.push(detail.id));
              document.addEventListener("bookform:closed", () => told.push("closed"));
            </script>
            <p><a id=link href='%1$s/forms/1?service=1'>Book a haircut</a></p>
            <div data-bookform=1 data-mode=inline></div>
            <script src='%1$s/embed.js' async></script>""";

    @Test
    void firefox() {
        aClientBooks(OtherBrowser::firefox);
    }

    @Test
    void webKit() {
        aClientBooks(OtherBrowser::webkit);
    }

    private void aClientBooks(Supplier<OtherBrowser> start) {
        try (var browser = start.get(); var app = RunningApp.start(); var site = new HostSite()) {
            var before = app.booked();
            browser.open(site.page("/", PAGE.formatted(app.url())));
            browser.enterFrame("document.querySelector('iframe')");
            browser.await("performance.getEntriesByType('navigation')[0].name === location.href"); // or it would be loaded again
            browser.click(".choice:has(#service-1)");
            assertNotEquals("", browser.text(".bar summary")); // the step was asked again
            browser.click("button[form=services]");
            browser.click("[data-step=team-member] li:nth-child(2) .choice");
            browser.click("[data-step=time] .chip");
            browser.type("#name", "Vera Kazlauskė");
            browser.type("#phone", "612 34567");
            browser.await("Math.abs(document.querySelector('iframe').offsetHeight - 600) > 20"); // as high as the form, not as it came
            browser.click("#book");
            assertEquals("You are booked", browser.text("[data-booked] h1"));
            browser.await("told.length === 1 && told[0] > 0");
            assertEquals(before + 1, app.booked());

            browser.await("document.querySelector('#link').click() || true");
            browser.enterFrame(
                    "[...document.body.children].find((each) => each.shadowRoot)?.shadowRoot.querySelector('dialog[open] iframe')");
            browser.click("[data-step=team-member] li:nth-child(2) .choice");
            browser.click("[data-step=time] .chip");
            assertEquals("", browser.text("#name"));
            browser.await("Bookform.close() || told.at(-1) === 'closed'");
        }
    }
}

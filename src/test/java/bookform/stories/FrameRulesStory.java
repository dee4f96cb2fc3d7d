package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sites may show a form, as a browser sees it, and the page that tells their owners. */
class FrameRulesStory extends BrowserStory {
    private HostSite site;

    @BeforeEach
    void aSiteOfAnotherOrigin() {
        site = new HostSite();
    }

    @AfterEach
    void closeTheSite() {
        site.close();
        allow();
    }

    @Override
    Frame here() {
        page.waitForCondition(() -> page.frames().size() > 1);
        return page.frames().getLast();
    }

    @Test
    void aSiteOnTheListShowsTheForm() {
        allow("https://elsewhere.example", site.url());
        visit();
        isOn("Choose services");
        assertTrue(app.get(PLAIN).header("Content-Security-Policy")
                .endsWith("frame-ancestors 'self' https://elsewhere.example " + site.url()));
        assertTrue(app.get("/forms/1/team-member?service=1").header("Content-Security-Policy").endsWith(site.url()));
        assertTrue(app.get(WITH_CODE).header("Content-Security-Policy").endsWith("frame-ancestors *"), "another form");
    }

    /** The frame stays empty, the site is told why, and its visitors keep the link. */
    @Test
    void aSiteThatIsNotOnTheListDoesNot() {
        allow("https://elsewhere.example");
        page.addInitScript("document.addEventListener('bookform:problem', (event) => { window.problem = event.detail.problem; })");
        visit();
        comesTrue("window.problem === 'frame'");
        assertThat(page.getByText("Book online")).isVisible();
    }

    @Test
    void theOwnerSeesThePreviewAndWhatIsWrong() {
        allow("https://elsewhere.example");
        page.navigate(PLAIN + "/embed");
        isOn("Choose services");
        assertThat(page.getByText("The form answers in a frame.")).isVisible();
        assertThat(page.getByText("The form does not answer in a frame.")).isHidden();
        assertEquals(List.of(), findings());
        page.getByLabel("Address of your site").fill("http://salon.example/contact");
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("It will not be shown there: this site is not on the list of those that may show it.");
        assertEquals(List.of(), findings());
    }

    @Test
    void theOwnerCopiesACode() {
        visitor.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(PLAIN + "/embed");
        var copy = page.locator("#inline-copy");
        assertThat(copy).hasAccessibleName("Copy In the page, as high as it needs to be");
        copy.click();
        assertThat(copy).hasText("Copied");
        assertThat(page.locator("#live")).hasText("Copied");
        assertEquals(page.locator("textarea#inline").inputValue(), page.evaluate("navigator.clipboard.readText()"));
        assertEquals(List.of(), findings());
    }

    private void visit() {
        page.navigate(site.page("/", "<div data-bookform=1 data-mode=inline><a href='" + app.url() + PLAIN + "'>Book online</a></div>"
                + "<script src='" + app.url() + "/embed.js' async></script>"));
    }

    private List<String> findings() {
        return new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(violation -> violation.getNodes().stream().map(node -> violation.getHelp() + ": " + node.getHtml())).toList();
    }

    private static void allow(String... sites) {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var plain = setup.forms().getFirst();
        var form = plain.withSites(List.of(sites));
        app.app().store().locations().replace(setup.withForms(List.of(form, setup.forms().getLast())));
    }
}

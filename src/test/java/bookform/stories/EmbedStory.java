package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form on somebody's site by one script tag: in the page, in a dialog, behind a floating button. */
class EmbedStory extends BrowserStory {
    /** Keeps what the site was told, in the order it was told. */
    private static final String LISTEN = """
            window.told = [];
            for (const name of ["step", "service", "team_member", "date", "time", "details", "booked", "closed", "problem"])
              document.addEventListener("bookform:" + name, (event) => told.push([name, event.detail]));""";

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
        page.waitForCondition(() -> page.frames().stream().anyMatch(EmbedStory::isForm));
        return page.frames().stream().filter(EmbedStory::isForm).findFirst().orElseThrow();
    }

    @Test
    void aLinkOpensADialogAndEscapeLeadsBack() {
        visit("<p><a href='" + app.url() + "/forms/1?service=1'>Book a haircut</a></p>" + script(""));
        var link = page.getByText("Book a haircut");
        link.click();
        assertThat(dialog()).isVisible();
        isOn("Choose a team member");
        assertEquals("hidden", page.evaluate("document.documentElement.style.overflow"));
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();
        assertThat(link).isFocused();
        comesTrue("document.documentElement.style.overflow === ''"); // the dialog tells that it was closed a little later

        link.press("Enter");
        assertThat(dialog()).isVisible();
        here().locator(".choice").first().focus();
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();
        assertThat(link).isFocused();
        assertEquals(site.url() + "/", page.url());
    }

    @Test
    void aLinkToAnyStepOpensIt() {
        visit("<p><a href='" + app.url() + "/forms/1/events'>Join in</a> <a href='" + app.url() + "/forms/1/embed'>Codes</a></p>"
                + script(""));
        link("Join in").click();
        assertThat(dialog()).isVisible();
        isOn("Group events");
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();
        link("Codes").click();
        page.waitForURL("**/forms/1/embed");
    }

    @Test
    void theKeyboardStaysInTheDialog() {
        visit("<p><a href='" + app.url() + "/forms/1'>Book</a> <a href='#elsewhere'>Elsewhere</a></p>" + script(""));
        link("Book").press("Enter");
        isOn("Choose services");
        for (var press : IntStream.range(0, 30).toArray()) {
            page.keyboard().press("Tab");
            var at = page.evaluate("document.activeElement.tagName + document.activeElement.textContent");
            assertTrue(at.equals("DIV") || at.equals("BODY") || at.toString().startsWith("BODY"), press + ": " + at);
        }
    }

    @Test
    void aFloatingButtonStandsInItsCorner() {
        visit(script("data-bookform=1 data-text='Termin buchen' data-color='#ffd54f' data-corner=top-left data-lang=de"));
        var button = page.getByText("Termin buchen");
        assertThat(button).hasCSS("background-color", "rgb(255, 213, 79)");
        assertThat(button).hasCSS("color", "rgb(0, 0, 0)");
        var box = button.boundingBox();
        assertTrue(box.x < 20 && box.y < 20 && box.height >= 44, box.x + " " + box.y + " " + box.height);
        button.click();
        isOn("Leistungen wählen");
        page.getByLabel("Schließen").click();
        assertThat(dialog()).isHidden();
        assertThat(button).isFocused();
    }

    @Test
    void theFormIsAsHighAsItsContentAtEveryWidth() {
        visit("<div data-bookform=1 data-mode=inline><a href='" + app.url() + PLAIN + "'>Book online</a></div>" + script(""));
        isOn("Choose services");
        for (var width : List.of(320, 390, 768, 1024, 1280)) {
            page.setViewportSize(width, 700);
            fits("services at " + width);
        }
        page.setViewportSize(390, 700);
        choose("Haircut");
        press("Continue");
        isOn("Choose a team member");
        fits("team member");
        choose("Anna");
        isOn("Choose a time");
        fits("time");
        here().locator(".languages summary").click();
        fits("languages");
        assertTrue(page.frames().size() == 2 && page.locator("iframe").count() == 1);
    }

    @Test
    void theSiteHearsOfEveryStepAndOfOneBooking() {
        visit("<div data-bookform=1 data-mode=inline data-datalayer></div>" + script(""));
        booksAHaircutWithAnna();
        comesTrue("told.length === 10");
        var told = told();
        assertEquals(List.of("step services", "service", "step team-member", "team_member", "step time", "time", "step details", "details",
                "booked", "step booked"), told.stream().map(each -> name(each)).toList());
        var booked = (Map<?, ?>) ((List<?>) told.get(8)).get(1);
        assertEquals(List.of(1, "EUR", List.of(1)), List.of(booked.get("form"), booked.get("currency"), booked.get("services")));
        assertTrue(((Number) booked.get("value")).doubleValue() > 0 && ((Number) booked.get("id")).longValue() > 0, booked.toString());
        assertFalse(told.toString().contains("Vera") || told.toString().contains("612"), told.toString());
        assertEquals("bookform_booked", page.evaluate("dataLayer.find((each) => each.event === 'bookform_booked').event"));

        here().evaluate("location.reload()");
        comesTrue("told.length === 11"); // the step again; what was booked is not told again
        assertEquals(1, told().stream().filter(each -> name(each).equals("booked")).count());
    }

    @Test
    void aDialogTellsNothingBeforeItIsOpenAndThatItWasClosed() {
        visit("<p><a href='" + app.url() + "/forms/1'>Book</a></p>" + script(""));
        link("Book").hover();
        assertThat(here().locator("h1")).hasText("Choose services");
        assertEquals(List.of(), told());
        link("Book").click();
        comesTrue("told.length === 1");
        page.evaluate("Bookform.close()");
        comesTrue("told.length === 2");
        assertEquals(List.of("step services", "closed"), told().stream().map(each -> name(each)).toList());
    }

    /** Telephones forget the site while its visitor reads a code, or looks up a date. */
    @Test
    void aSiteThatIsLoadedAnewHasTheFormWhereItWas() {
        visit("<div data-bookform=1 data-mode=inline></div><p><a href='" + app.url() + "/forms/1'>Book</a></p>" + script(""));
        isOn("Choose services");
        choose("Haircut");
        press("Continue");
        choose("Anna");
        isOn("Choose a time");
        chooseAnyTime();
        isOn("Your details");
        fill("Name", "Vera");
        keeps("/forms/1/details");
        page.reload();
        isOn("Your details");
        typedIs("Name", "Vera");
        page.getByText("Book", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.frameLocator("dialog iframe").locator("h1")).hasText("Choose services"); // it is another one
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();
        fillDetails("Vera", "612 34568");
        here().locator("#book").click();
        isOn("You are booked");
        keeps("");
        page.reload();
        isOn("Choose services");
    }

    @Test
    void whatIsKeptInATabLeadsToOurOwnPagesAlone() {
        for (var kept : List.of("https://elsewhere.example/forms/1/time", "//elsewhere.example/forms/1/time",
                "javascript:alert()")) {
            visit("<div data-bookform=1 data-mode=inline></div>");
            page.evaluate("([key, kept]) => sessionStorage.setItem(key, kept)", List.of(inlineKey(), kept));
            visit("<div data-bookform=1 data-mode=inline></div>" + script(""));
            assertThat(page.locator("iframe")).hasAttribute("src", app.url() + "/forms/1");
        }
    }

    @Test
    void twoFormsTwoScriptsAndWhatComesLater() {
        visit("<div data-bookform=1 data-mode=inline></div><div data-bookform=2 data-mode=inline data-team-member=any data-service=1,2></div>"
                + script("") + script(""));
        assertThat(page.locator("iframe")).hasCount(2);
        page.evaluate(
                "document.querySelector('main').insertAdjacentHTML('beforeend', '<div data-bookform=1 data-mode=inline data-lang=de></div>"
                        + "<button data-bookform=1 data-lang=lt>Later</button>')");
        assertThat(page.locator("iframe")).hasCount(3);
        assertEquals(List.of("/forms/1", "/forms/2?teamMember=any&service=1&service=2", "/forms/1?lang=de"),
                page.locator("iframe").all().stream().map(frame -> frame.getAttribute("src").replace(app.url(), "")).toList());
        page.getByText("Later").click();
        assertThat(dialog()).isVisible();
        assertThat(page.locator("iframe[src$='lang=lt']")).isVisible();
    }

    @Test
    void theSiteOpensItByItself() {
        visit(script(""));
        page.evaluate("Bookform.open({ form: 1, service: [1], teamMember: 'any', lang: 'de' })");
        isOn("Termin wählen");
        page.evaluate("Bookform.close()");
        assertThat(dialog()).isHidden();
    }

    @Test
    void aDarkSiteSaysSo() {
        visit("<div data-bookform=1 data-mode=inline data-theme=dark></div>" + script(""));
        isOn("Choose services");
        var inside = page.frameLocator("iframe");
        assertEquals("framed dark", inside.locator("html").getAttribute("class"));
        assertEquals("rgb(19, 23, 22)", inside.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"));
    }

    @Test
    void hostileMessagesDoNothing() {
        visit("<div data-bookform=1 data-mode=inline></div><iframe name=stranger srcdoc='<p>Another frame</p>'></iframe>" + script(""));
        isOn("Choose services");
        fits("before");
        var height = page.locator("iframe").first().boundingBox().height;
        for (var message : List.of("{bookform: 'height', height: 9999}", "{bookform: 'event', name: 'booked', detail: {id: 1}}", "null",
                "'x'"))
            page.frame("stranger").evaluate("parent.postMessage(" + message + ", '*')");
        page.evaluate("window.postMessage({bookform: 'height', height: 9999}, '*')");
        // From ourselves, but senseless.
        for (var message : List.of("{bookform: 'height', height: -5}", "{bookform: 'height', height: 'x'}",
                "{bookform: 'event', name: '<b>'}"))
            here().evaluate("parent.postMessage(" + message + ", '*')");
        // A stranger beside us talks to our frame.
        page.frame("stranger").evaluate("parent.frames[0].postMessage({bookform: 'hello', fits: false}, '*')");
        page.evaluate("new Promise((done) => setTimeout(done))");
        assertEquals(height, page.locator("iframe").first().boundingBox().height);
        assertEquals("hidden", here().evaluate("document.documentElement.style.overflow"));
        assertEquals(List.of("step services"), told().stream().map(each -> name(each)).toList());
        here().evaluate("parent.postMessage({bookform: 'height', height: 1e9}, '*')");
        comesTrue("document.querySelector('iframe').offsetHeight === 10000");
    }

    @Test
    void saysWhatIsWrong() {
        visit("<div data-bookform=99 data-mode=inline><a href='" + app.url() + "/forms/99'>Book online</a></div>" + script(""));
        comesTrue("told.some(([name, detail]) => name === 'problem' && detail.problem === 'form')");
        assertThat(page.getByText("Book online")).isVisible();
    }

    @Test
    void withoutTheScriptTheLinkIsALink() {
        try (var plain = visitor(usual().setJavaScriptEnabled(false))) {
            page = plain.newPage();
            visit("<div data-bookform=1 data-mode=inline><a href='" + app.url() + PLAIN + "'>Book online</a></div>" + script(""));
            page.getByText("Book online").click();
            isOn("Choose services");
        }
    }

    @Test
    void axeFindsNothing() {
        visit("<div data-bookform=1 data-mode=inline></div><p><a href='" + app.url() + "/forms/2'>Book</a></p>"
                + script("data-bookform=2"));
        isOn("Choose services");
        assertEquals(List.of(), findings());
        page.getByText("Book online").click();
        assertThat(dialog()).isVisible();
        assertEquals(List.of(), findings());
    }

    @Override
    NewContextOptions usual() {
        return super.usual().setReducedMotion(ReducedMotion.REDUCE);
    }

    private static boolean isForm(Frame frame) {
        return frame.url().contains("/forms/");
    }

    private List<String> findings() {
        return new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(violation -> violation.getNodes().stream().map(node -> violation.getHelp() + ": " + node.getHtml())).toList();
    }

    private void visit(String body) {
        page.navigate(site.page("/", body));
    }

    private static String script(String attributes) {
        return "<script src='" + app.url() + "/embed.js' " + attributes + " async></script>";
    }

    private Locator link(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private Locator dialog() {
        return page.locator("dialog");
    }

    private void booksAHaircutWithAnna() {
        isOn("Choose services");
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
    }

    /** The frame shows all of its content and nothing below it, and stays so. */
    private void fits(String what) {
        comesTrue("""
                new Promise((done) => {
                  const frame = document.querySelector("iframe");
                  const before = frame.offsetHeight;
                  requestAnimationFrame(() => requestAnimationFrame(() => done(frame.offsetHeight === before)));
                })""");
        comesTrue(here(), """
                () => {
                  const html = document.documentElement;
                  const open = document.querySelector("details[open] > ul");
                  const content = Math.max(document.body.getBoundingClientRect().height, open ? open.getBoundingClientRect().bottom + 8 : 0);
                  return Math.abs(innerHeight - content) < 1 && html.scrollHeight <= innerHeight && html.scrollWidth <= innerWidth;
                }""");
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what);
    }

    /** The frame tells the site where it is a moment after its visitor sees it. */
    private void keeps(String path) {
        page.waitForCondition(
                () -> ((String) page.evaluate("key => sessionStorage[key] ?? 'nothing'", inlineKey())).replaceFirst("[?].*", "")
                        .equals(path));
    }

    /** What the site remembers of its first form goes by this name. */
    private String inlineKey() {
        return "bookform" + app.url() + "/forms/1true";
    }

    private List<?> told() {
        return (List<?>) page.evaluate("told");
    }

    private static String name(Object told) {
        var name = ((List<?>) told).get(0);
        return name.equals("step") ? "step " + ((Map<?, ?>) ((List<?>) told).get(1)).get("step") : name.toString();
    }
}

package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import bookform.support.Browsers;
import bookform.support.RunningApp;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Frame.GetByRoleOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Stories of a person in front of a browser: a subclass says what they do, and these verbs know where that is on the page. One browser
 * and one application a class, a fresh visitor a story. A story that fails leaves a picture and the page in {@code target/stories}.
 */
abstract class BrowserStory {
    static final String PLAIN = "/forms/1";
    static final String WITH_CODE = "/forms/2";

    private static final String NAME_OF_FOCUS = """
            () => { const e = document.activeElement; return ((e.labels && e.labels[0]) || e).innerText.trim() }""";
    private static final Path EVIDENCE = Path.of("target", "stories");

    static RunningApp app;
    private static Playwright playwright;
    private static Browser browser;

    BrowserContext visitor;
    Page page;

    @RegisterExtension final AfterTestExecutionCallback evidence = story -> {
        if (story.getExecutionException().isPresent())
            keepEvidence(getClass().getSimpleName() + "." + story.getRequiredTestMethod().getName());
    };

    @BeforeAll
    static void start() {
        app = RunningApp.start();
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(8_000);
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        app.close();
    }

    @BeforeEach
    void aFreshVisitor() {
        visitor = visitor(usual());
        page = visitor.newPage();
    }

    @AfterEach
    void theVisitorLeaves() {
        visitor.close();
    }

    /** Somebody in Vilnius with a telephone. */
    NewContextOptions usual() {
        return new NewContextOptions().setViewportSize(390, 844).setLocale("en-GB").setTimezoneId("Europe/Vilnius");
    }

    static BrowserContext visitor(NewContextOptions options) {
        var context = browser.newContext(options.setBaseURL(app.url()));
        context.setDefaultTimeout(8_000);
        return context;
    }

    /** Where the verbs act: the page, unless a story says that it is a frame in it. */
    Frame here() {
        return page.mainFrame();
    }

    // What a person does

    void open(String address) {
        page.navigate(address);
    }

    /** Ticks a service, takes a person, a day or a time. */
    void choose(String text) {
        here().locator(".choice, .chip, a.day, button.day").filter(new Locator.FilterOptions().setHasText(beginningWith(text))).first()
                .click();
    }

    /** @return the time that was taken, {@code 09:30} */
    String chooseAnyTime() {
        var chip = here().locator(".chip").first();
        var time = chip.innerText().strip();
        chip.click();
        return time;
    }

    /** A button, or a link that stands for one. */
    void press(String name) {
        control(name).click();
    }

    void fill(String label, String text) {
        here().getByLabel(label).fill(text);
    }

    void tick(String label) {
        here().getByLabel(label).check();
    }

    /** Goes on by keyboard until the focus is on what begins with a name. */
    void tabTo(String name) {
        for (var i = 0; i < 100; i++) {
            page.keyboard().press("Tab");
            if (String.valueOf(page.evaluate(NAME_OF_FOCUS)).startsWith(name)) return;
        }
        fail("Tab never came to " + name);
    }

    void openSummary() {
        here().locator(".bar summary").click();
    }

    void inAnotherTab(Runnable story) {
        var mine = page;
        page = visitor.newPage();
        story.run();
        page.close();
        page = mine;
    }

    /** Somebody else, who shares nothing with this visitor. */
    void inAnotherBrowser(Runnable story) {
        var mine = page;
        try (var other = visitor(usual())) {
            page = other.newPage();
            story.run();
        }
        page = mine;
    }

    // Parts of a booking that many stories pass through

    /** Haircut, somebody, and the first free time of a day. */
    String choosesUpToTheDetails(String form, String teamMember) {
        open(form);
        choose("Haircut");
        press("Continue");
        isOn("Choose a team member");
        choose(teamMember);
        isOn("Choose a time");
        var time = chooseAnyTime();
        isOn("Your details");
        return time;
    }

    void fillDetails(String name, String phone) {
        fill("Name", name);
        fill("Phone", phone);
    }

    /** Another client is a little quicker, and books what this one is looking at. */
    void somebodyElseBooksIt() {
        var booked = app.submit(app.get(path().replace("/forms/2/", "/forms/1/")), "details",
                Map.of("name", "Quick Client", "phone", "+37069876543"));
        assertEquals(303, booked.status(), booked.body());
    }

    // What a person sees

    void isOn(String heading) {
        assertThat(here().locator("h1")).hasText(heading);
    }

    void sees(String text) {
        assertThat(visible(text).first()).isVisible();
    }

    void doesNotSee(String text) {
        assertThat(visible(text)).hasCount(0);
    }

    void typedIs(String label, String text) {
        assertThat(here().getByLabel(label)).hasValue(text);
    }

    /** Asks the page again and again from outside: left to ask by itself, it would be forbidden to by its own policy. */
    void comesTrue(String condition) {
        comesTrue(page.mainFrame(), condition);
    }

    void comesTrue(Frame frame, String condition) {
        page.waitForCondition(() -> Boolean.TRUE.equals(frame.evaluate(condition)));
    }

    /** @param pattern for the whole address after the host */
    void addressIs(String pattern) {
        here().waitForURL(Pattern.compile(literal(app.url()) + pattern + "$"));
    }

    void focusIsOn(String selector) {
        assertThat(here().locator(selector)).isFocused();
    }

    /** The address of this page without its host. */
    String path() {
        return here().url().substring(app.url().length());
    }

    Locator control(String name) {
        var button = here().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
        return button.or(here().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name))).first();
    }

    private static Pattern beginningWith(String text) {
        return Pattern.compile("^\\s*" + literal(text) + (text.matches("[0-9]+") ? "(?![0-9])" : ""));
    }

    /** As {@link Pattern#quote}, for the browser's engine too. */
    private static String literal(String text) {
        return text.replaceAll("[^\\w ]", "\\\\$0");
    }

    private Locator visible(String text) {
        return here().getByText(text).filter(new Locator.FilterOptions().setVisible(true));
    }

    private void keepEvidence(String name) throws IOException {
        Files.createDirectories(EVIDENCE);
        try {
            Files.writeString(EVIDENCE.resolve(name + ".html"), page.url() + "\n" + page.content());
            page.screenshot(new Page.ScreenshotOptions().setPath(EVIDENCE.resolve(name + ".png")).setFullPage(true));
        } catch (PlaywrightException gone) {
            Files.writeString(EVIDENCE.resolve(name + ".txt"), "No picture: " + gone.getMessage());
        }
    }
}

package bookform.stories;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of every step and state, for people to look at: {@code mvn -q -Pbench test -Dtest=Screenshots}. */
@Tag("bench")
class Screenshots extends BrowserStory {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Path README = Path.of("src", "docs", "screens");
    private static final Set<String> IN_README = Set.of("services-ticked", "team-member", "time", "details", "booked");

    @Override
    NewContextOptions usual() {
        return super.usual().setReducedMotion(ReducedMotion.REDUCE);
    }

    /** The pages that README shows, one pixel a point and small. */
    @Test
    void theOnesInReadme() {
        page.setViewportSize(390, 720);
        new Tour(page, app::code, state -> {
            if (IN_README.contains(state)) page.screenshot(new ScreenshotOptions().setPath(README.resolve(state + ".png")));
        }).walk("en");
    }

    /** The form on somebody's site, and the page of embed codes. */
    @ParameterizedTest
    @CsvSource({"390,LIGHT,en", "390,DARK,en", "1280,LIGHT,en", "1280,DARK,en", "390,LIGHT,ar", "1280,DARK,ar"})
    void everyWayToEmbed(int width, ColorScheme colours, String language) {
        var name = "embed-%s-%s-%d-%s.png".formatted("%s", language, width, colours.name().toLowerCase(Locale.ROOT));
        try (var site = new HostSite();
                var context = visitor(usual().setViewportSize(width, width < 600 ? 844 : 800).setColorScheme(colours))) {
            page = context.newPage();
            var script = "<script src='" + app.url() + "/embed.js' data-bookform=1 data-lang=" + language + " async></script>";
            page.navigate(
                    site.page("/", "<div data-bookform=1 data-mode=inline data-service=1 data-lang=" + language + "></div>" + script));
            page.frameLocator("iframe").locator(".choice").first().waitFor();
            page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name.formatted("inline"))));
            page.locator(".float").click();
            page.frameLocator("dialog iframe").locator(".choice").first().waitFor();
            page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name.formatted("dialog"))));
            page.navigate("/forms/1/embed?site=salon.example&lang=" + language);
            page.locator("[data-answer=fine]").waitFor();
            page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name.formatted("codes"))).setFullPage(true));
        }
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT,en", "390,DARK,en", "390,LIGHT,ar", "390,DARK,ar", "1280,LIGHT,en", "1280,DARK,en", "1280,LIGHT,ar",
            "1280,DARK,ar"})
    void everyStepAndState(int width, ColorScheme colours, String language) {
        var name = "%s-%s-%d-%s.png".formatted("%s", language, width, colours.name().toLowerCase(Locale.ROOT));
        try (var context = visitor(usual().setViewportSize(width, width < 600 ? 844 : 800).setColorScheme(colours))) {
            page = context.newPage();
            new Tour(page, app::code, state -> page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name.formatted(state)))))
                    .walk(language);
        }
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT,en", "390,DARK,ar", "1280,LIGHT,en", "1280,DARK,ar"})
    void theCabinet(int width, ColorScheme colours, String language) {
        var name = "cabinet-%s-%s-%d-%s.png".formatted("%s", language, width, colours.name().toLowerCase(Locale.ROOT));
        try (var context = visitor(usual().setViewportSize(width, width < 600 ? 844 : 800).setColorScheme(colours))) {
            page = context.newPage();
            new CabinetTour(page, app, state -> page.screenshot(
                    new ScreenshotOptions().setPath(FOLDER.resolve(name.formatted(state))).setFullPage(true))).walk(language);
        }
    }
}

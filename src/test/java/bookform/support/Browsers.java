package bookform.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The browser the stories run in: the one on this machine, or one installed on the spot where that is possible. Playwright never
 * downloads its own.
 */
public final class Browsers {
    private static final String CHOICE = "BOOKFORM_TEST_BROWSER";
    private static final String PACKAGE = "chromium-headless-shell";

    /** Best first: the headless shell starts and runs stories about twice as fast as the full browser. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser",
            "google-chrome", "google-chrome-stable");
    private static final Path[] PLACES = {Path.of("/usr/lib/chromium"), Path.of("/snap/bin"), Path.of("/opt/google/chrome")};

    private static Path chromium;
    private static Browser shared;

    private Browsers() {}

    /** Found once per test run; a second caller waits while the first one installs. */
    public static synchronized Path chromium() {
        if (chromium == null) {
            var found = chosen().or(Browsers::installed).orElseGet(Browsers::install);
            System.out.println("Browser tests run in " + found + ", version " + version(found));
            chromium = found;
        }
        return chromium;
    }

    /**
     * The one browser of this test run, started by its first story and gone with the run. Every story opens a context of its own, which
     * is a fresh profile, and closes it. Playwright keeps to one thread, so stories do not run in parallel.
     *
     * {@snippet :
     * try (var context = Browsers.shared().newContext()) {
     *     var page = context.newPage();
     * }
     * }
     */
    public static synchronized Browser shared() {
        if (shared == null) shared = launch(playwright());
        return shared;
    }

    /** For what needs a browser of its own; closing the Playwright closes it too. */
    public static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new LaunchOptions().setExecutablePath(chromium()));
    }

    public static Playwright playwright() {
        return Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Optional<Path> chosen() {
        var choice = System.getenv(CHOICE);
        if (choice == null || choice.isBlank()) return Optional.empty();

        var path = Path.of(choice);
        if (!Programs.runs(path)) throw new IllegalStateException(CHOICE + " is " + choice + ", which is not a program that can be run");
        return Optional.of(path);
    }

    private static Optional<Path> installed() {
        return Programs.find(NAMES, PLACES);
    }

    private static Path install() {
        if (!Programs.canInstall()) throw new IllegalStateException("""
                The browser tests found no Chromium. Install one:
                    sudo apt-get update && sudo apt-get install -y --no-install-recommends %s
                or name one you have: %s=/path/to/chrome""".formatted(PACKAGE, CHOICE));
        Programs.install(PACKAGE);
        return installed().orElseThrow(() -> new IllegalStateException(PACKAGE + " was installed but is nowhere to be found"));
    }

    private static String version(Path browser) {
        try {
            var process = new ProcessBuilder(browser.toString(), "--version").redirectError(Redirect.DISCARD).start();
            var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
            process.waitFor(10, TimeUnit.SECONDS);
            return said.isEmpty() ? "unknown" : said.replaceFirst("^\\D+", "");
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}

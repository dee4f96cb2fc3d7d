package bookform.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser the stories run in: the one on this machine, or one installed on the spot where that is possible. Playwright never
 * downloads its own.
 */
public final class Browsers {
    private static final String CHOICE = "BOOKFORM_TEST_BROWSER";

    /** Best first: the headless shell starts and runs stories about twice as fast as the full browser. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser",
            "google-chrome", "google-chrome-stable");
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/usr/lib/chromium"),
            Path.of("/snap/bin"), Path.of("/opt/google/chrome"));

    private static final List<String> UPDATE = List.of("apt-get", "-o", "Acquire::Retries=3", "update");
    private static final List<String> INSTALL =
            List.of("apt-get", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3", "install", "-y", "--no-install-recommends",
                    "chromium-headless-shell");

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
        if (!runs(path)) throw new IllegalStateException(CHOICE + " is " + choice + ", which is not a program that can be run");
        return Optional.of(path);
    }

    private static Optional<Path> installed() {
        return NAMES.stream().flatMap(Browsers::everywhere).filter(Browsers::runs).findFirst();
    }

    private static Stream<Path> everywhere(String name) {
        return Stream.concat(onPath(name), PLACES.stream().map(place -> place.resolve(name)));
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name));
    }

    private static boolean runs(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    private static Path install() {
        if (!"root".equals(System.getProperty("user.name")) || onPath("apt-get").noneMatch(Browsers::runs))
            throw new IllegalStateException("""
                The browser tests found no Chromium. Install one:
                    sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium-headless-shell
                or name one you have: %s=/path/to/chrome""".formatted(CHOICE));

        System.out.println("Browser tests found no Chromium; installing one: " + String.join(" ", INSTALL));
        var log = Path.of("target", "browser-install.log").toAbsolutePath();
        run(UPDATE, log);
        run(INSTALL, log);
        return installed().orElseThrow(
                () -> new IllegalStateException("chromium-headless-shell was installed but is nowhere to be found, see " + log));
    }

    private static void run(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw failed(command, "did not end within ten minutes", log);
            }
            if (process.exitValue() != 0) throw failed(command, "ended with " + process.exitValue(), log);
        } catch (IOException e) {
            throw new IllegalStateException("Could not run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing a browser", e);
        }
    }

    private static IllegalStateException failed(List<String> command, String how, Path log) throws IOException {
        var lines = new String(Files.readAllBytes(log), Charset.defaultCharset()).lines().toList();
        var last = String.join("\n    ", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        return new IllegalStateException("%s %s. The end of %s:%n    %s".formatted(String.join(" ", command), how, log, last));
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

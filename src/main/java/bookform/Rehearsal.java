package bookform;

import bookform.PlainBrowser.Page;
import bookform.backend.setup.DemoLocation;
import bookform.web.OurLanguages;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code rehearse}: serves the demo on a free port from a folder of its own, goes through every page once as a client does, books and
 * cancels, and stops. It shows that an installation works, and under {@code -XX:AOTCacheOutput} it is what the JVM learns a faster start
 * from.
 */
final class Rehearsal {
    private static final Pattern DATE = Pattern.compile("href=\"([^\"]*[?;]date=[^\"]*)\"");
    private static final Pattern START = Pattern.compile("href=\"([^\"]*[?;]start=[^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form [^>]*method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]*)\"");
    private static final Pattern ASSET = Pattern.compile("(/assets/[^\"#]*)");
    private static final Pattern CODE = Pattern.compile("\"text\".*?([0-9]{4,8})", Pattern.DOTALL);

    private final PlainBrowser browser;

    private Rehearsal(PlainBrowser browser) {
        this.browser = browser;
    }

    /** @return 0, or 1 when something was not as it should be, which {@code err} then tells */
    static int run(PrintStream out, PrintStream err) {
        var folder = temporaryFolder();
        try (var app = App.start(Config.from(Map.of("BOOKFORM_PORT", "0", "BOOKFORM_DATA", folder.toString(), "BOOKFORM_DEMO", "true")),
                Clock.systemUTC())) {
            var browser = new PlainBrowser(app.url().toString());
            new Rehearsal(browser).walk();
            out.println("Rehearsed " + browser.requests() + " pages.");
            return 0;
        } catch (PlainBrowser.Failed failure) {
            err.println("The rehearsal failed: " + failure.getMessage());
            return 1;
        } finally {
            delete(folder);
        }
    }

    private void walk() {
        for (var language : OurLanguages.ALL) lookAround("?lang=" + language.toLanguageTag());
        bookAndCancel();
        bookWithCode();
        signInAsNobody();
        around();
    }

    /** Every step in one language. */
    private void lookAround(String query) {
        var form = "/forms/" + DemoLocation.PLAIN_FORM;
        see(form + query);
        see(form + "/services" + query + "&service=" + DemoLocation.FRINGE_TRIM);
        see(form + "/team-member" + query + "&service=" + DemoLocation.FRINGE_TRIM);
        var times = see(form + "/time" + query + "&service=" + DemoLocation.FRINGE_TRIM + "&teamMember=any");
        see(times.first(START));
    }

    private void bookAndCancel() {
        var booked = submit(details(DemoLocation.PLAIN_FORM), "").redirect();
        see(booked);
        see(beforeQuery(booked) + "/calendar.ics");
        var question = see(beforeQuery(booked) + "/cancellation");
        see(browser.post(question.first(ACTION), Map.of()).redirect());
    }

    private void bookWithCode() {
        var codePage = submit(details(DemoLocation.SMS_FORM), "").with(200);
        var code = see("/demo/messages", "Accept", "application/json").first(CODE);
        see(submit(codePage, code).redirect());
    }

    /** A password is looked at even when nobody has it. */
    private void signInAsNobody() {
        see("/cabinet/session");
        browser.post("/cabinet/session", Map.of("with", "password", "login", "nobody@example.com", "password", "rehearsal")).with(422);
    }

    /** What is not the wizard. */
    private void around() {
        var form = "/forms/" + DemoLocation.PLAIN_FORM;
        see(form, "Accept-Encoding", "gzip, identity", "Accept-Language", "de,en;q=0.5").all(ASSET).forEach(this::see);
        see(form + "/services", "HX-Request", "true");
        see("/demo/messages");
        see("/health/live");
        see("/health/ready");
        browser.get("/no-such-page").with(404);
        see("/api/v1/bookform/" + DemoLocation.PLAIN_FORM, "Authorization", "Bearer demo");
        see("/api/v1/book_services/" + DemoLocation.LOCATION, "Authorization", "Bearer demo");
    }

    /** The details after choosing the last start of the last free day in sight: today's may be too soon to cancel. */
    private Page details(long form) {
        var days = see("/forms/" + form + "/time?service=" + DemoLocation.FRINGE_TRIM + "&teamMember=any");
        return see(see(days.last(DATE)).last(START));
    }

    private Page submit(Page form, String code) {
        return browser.post(form.first(ACTION),
                Map.of("token", form.first(TOKEN), "name", "Rehearsal", "phone", "+370 612 34567", "email", "", "comment", "",
                        "reminder", "0", "agreed", form.all(AGREED).findFirst().orElse(""), "code", code));
    }

    /** A page that has to be there. */
    private Page see(String path, String... headers) {
        return browser.get(path, headers).with(200);
    }

    private static String beforeQuery(String url) {
        return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("bookform-rehearsal");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

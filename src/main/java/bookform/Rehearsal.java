package bookform;

import bookform.backend.setup.DemoLocation;
import bookform.web.OurLanguages;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code rehearse}: serves the demo on a free port from a folder of its own, goes through every page once as a client does, books and
 * cancels, and stops. It shows that an installation works, and under {@code -XX:AOTCacheOutput} it is what the JVM learns a faster start
 * from.
 */
final class Rehearsal {
    /** A page that is not what it should be. */
    private static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }

    private static final Pattern DATE = Pattern.compile("href=\"([^\"]*[?;]date=[^\"]*)\"");
    private static final Pattern START = Pattern.compile("href=\"([^\"]*[?;]start=[^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form [^>]*method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]*)\"");
    private static final Pattern ASSET = Pattern.compile("(/assets/[^\"#]*)");
    private static final Pattern CODE = Pattern.compile("[0-9]{4,8}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private int pages;

    private Rehearsal(String address) {
        this.address = address;
    }

    /** @return 0, or 1 when something was not as it should be, which {@code err} then tells */
    static int run(PrintStream out, PrintStream err) {
        var folder = temporaryFolder();
        try (var app = App.start(Config.from(Map.of("BOOKFORM_PORT", "0", "BOOKFORM_DATA", folder.toString(), "BOOKFORM_DEMO", "true")),
                Clock.systemUTC())) {
            var rehearsal = new Rehearsal(app.url().toString());
            rehearsal.walk();
            out.println("Rehearsed " + rehearsal.pages + " pages.");
            return 0;
        } catch (Failed failure) {
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
        get(form + query);
        get(form + "/services" + query + "&service=" + DemoLocation.FRINGE_TRIM);
        get(form + "/team-member" + query + "&service=" + DemoLocation.FRINGE_TRIM);
        var starts = get(form + "/time" + query + "&service=" + DemoLocation.FRINGE_TRIM + "&teamMember=any");
        get(found(START, starts));
    }

    private void bookAndCancel() {
        var booked = redirected(submit(details(DemoLocation.PLAIN_FORM), ""));
        get(booked);
        get(beforeQuery(booked) + "/calendar.ics");
        var question = get(beforeQuery(booked) + "/cancellation");
        get(redirected(post(found(ACTION, question), Map.of())));
    }

    private void bookWithCode() {
        var details = details(DemoLocation.SMS_FORM);
        var codePage = ok(submit(details, ""), "The page for the code");
        var message = get("/demo/messages", "Accept", "application/json");
        var code = CODE.matcher(message.substring(message.indexOf("\"text\"")));
        if (!code.find()) throw new Failed("/demo/messages has no code");
        get(redirected(submit(codePage, code.group())));
    }

    /** A password is looked at even when nobody has it. */
    private void signInAsNobody() {
        get("/cabinet/session");
        expect(422, post("/cabinet/session", Map.of("with", "password", "login", "nobody@example.com", "password", "rehearsal")));
    }

    /** What is not the wizard. */
    private void around() {
        var assets = ASSET
                .matcher(get("/forms/" + DemoLocation.PLAIN_FORM, "Accept-Encoding", "gzip, identity", "Accept-Language", "de,en;q=0.5"));
        while (assets.find()) get(assets.group(1));
        get("/forms/" + DemoLocation.PLAIN_FORM + "/services", "HX-Request", "true");
        get("/demo/messages");
        get("/health/live");
        get("/health/ready");
        expect(404, send(request("/no-such-page").GET()));
        get("/api/v1/bookform/" + DemoLocation.PLAIN_FORM, "Authorization", "Bearer demo");
        get("/api/v1/book_services/" + DemoLocation.LOCATION, "Authorization", "Bearer demo");
    }

    /** The details after choosing the last start of the last free day in sight: today's may be too soon to cancel. */
    private String details(long form) {
        var days = get("/forms/" + form + "/time?service=" + DemoLocation.FRINGE_TRIM + "&teamMember=any");
        return get(last(START, get(last(DATE, days))));
    }

    private HttpResponse<String> submit(String page, String code) {
        return post(found(ACTION, page),
                Map.of("token", found(TOKEN, page), "name", "Rehearsal", "phone", "+370 612 34567", "email", "", "comment", "",
                        "reminder", "0", "agreed", page.contains("\"agreed\"") ? found(AGREED, page) : "", "code", code));
    }

    private String get(String path, String... headers) {
        var request = request(path);
        if (headers.length > 0) request.headers(headers);
        return ok(send(request.GET()), path);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            pages++;
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    private static String ok(HttpResponse<String> answer, String what) {
        if (answer.statusCode() != 200) throw new Failed(what + " answers " + answer.statusCode());
        return answer.body();
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) throw new Failed(answer.uri().getPath() + " answers " + answer.statusCode() + ", not " + status);
    }

    private static String redirected(HttpResponse<String> answer) {
        expect(303, answer);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page).results().findFirst().map(match -> unescaped(match.group(1)))
                .orElseThrow(() -> new Failed("a page lacks " + pattern));
    }

    private static String last(Pattern pattern, String page) {
        return pattern.matcher(page).results().reduce((earlier, later) -> later).map(match -> unescaped(match.group(1)))
                .orElseThrow(() -> new Failed("a page lacks " + pattern));
    }

    private static String unescaped(String attribute) {
        return attribute.replace("&amp;", "&");
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

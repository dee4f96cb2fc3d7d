package bookform.support;

import bookform.App;
import bookform.Config;
import bookform.backend.setup.DemoLocation;
import bookform.booking.Appointment;
import bookform.booking.PrivacyPolicy;
import bookform.telemetry.Access;
import java.io.IOException;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/**
 * The whole application on a free port with the demo location and a database of its own, and a browser without a face: it reads pages
 * with jsoup, sends forms as they stand there, and keeps no cookies.
 */
public final class RunningApp implements AutoCloseable {
    /** Monday morning in Vilnius, before the studio opens. */
    public static final String MONDAY = "2026-11-23T05:00:00Z";

    /** What the ticked box of the second form stands for. */
    public static final String AGREED =
            DemoLocation.setup(LocalDate.parse("2026-11-23")).privacyPolicy().map(PrivacyPolicy::version).orElseThrow();

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final Path data;
    private final App app;
    public final TestClock clock;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

    /** Lines of requests, which only tests of the log let through. */
    public static final Logger ACCESS = Logger.getLogger(Access.LOGGER);

    static {
        logAsWeRun();
    }

    private RunningApp(Map<String, String> settings) {
        try {
            data = Files.createTempDirectory("bookform");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clock = new TestClock(MONDAY);
        var environment = new HashMap<>(Map.of("BOOKFORM_PORT", "0", "BOOKFORM_DATA", data.toString()));
        environment.putAll(settings);
        app = App.start(Config.from(environment), clock);
    }

    public static RunningApp start() {
        return new RunningApp(Map.of());
    }

    public static RunningApp start(Map<String, String> settings) {
        return new RunningApp(settings);
    }

    /** Pages on the account of a business whose Altegio is another app of ours, or whatever stands in front of it, and sets no limit. */
    public static RunningApp onAltegio(String url) {
        return start(Map.of("BOOKFORM_ALTEGIO_URL", url, "BOOKFORM_ALTEGIO_TOKEN", "demo", "BOOKFORM_ALTEGIO_PER_MINUTE", "6000"));
    }

    /** {@code http://localhost:…}. */
    public String url() {
        return app.url().toString();
    }

    /** The database's file. */
    public Path database() {
        return data.resolve("bookform.db");
    }

    public App app() {
        return app;
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As our own page would; headers of the test's own replace what a browser says of itself. */
    public Answer post(String path, Map<String, String> fields, String... headers) {
        return post(path, encoded(fields), headers);
    }

    /** A body as it is. */
    public Answer post(String path, String body, String... headers) {
        var request = request(path, headers);
        var given = List.of(headers);
        if (!given.contains("Content-Type")) request.header("Content-Type", "application/x-www-form-urlencoded");
        if (!given.contains("Origin") && !given.contains("Sec-Fetch-Site")) request.header("Origin", url());
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** Sends the form of a page as it stands there, with some fields filled in. */
    public Answer submit(Answer page, String form, Map<String, String> filled, String... headers) {
        var element = page.html().expectForm("#" + form);
        return submit(element, element.attr("action"), element.attr("method"), filled, headers);
    }

    /** Follows the link, or presses the button, that reads so. */
    public Answer choose(Answer page, String text, String... headers) {
        var element = page.linkOrButton(text);
        if (element.hasAttr("href")) return get(element.attr("href"), headers);
        var form = element.hasAttr("form") ? page.html().expectForm("#" + element.attr("form")) : (FormElement) element.closest("form");
        return submit(form, element.hasAttr("formaction") ? element.attr("formaction") : form.attr("action"),
                element.hasAttr("formmethod") ? element.attr("formmethod") : form.attr("method"), Map.of(), headers);
    }

    /** Goes where an answer sends the browser. */
    public Answer follow(Answer redirect, String... headers) {
        if (redirect.status() != 303) throw new AssertionError("Not a redirect: " + redirect.status() + " " + redirect.text());
        return get(redirect.header("Location"), headers);
    }

    /** The address of the details with the first free time chosen. */
    public String details(long form, String choices) {
        return details(form, choices, 0);
    }

    /** @param n which of the free times of the first day that has any, from 0 */
    public String details(long form, String choices, int n) {
        return get("/forms/" + form + "/time?" + choices).times().get(n).attr("href");
    }

    /** The last code that was sent to a phone; what else was sent there may have come after it. */
    public String code(String phone) {
        return get("/demo/messages").html().select(".card").stream().filter(card -> card.select("bdi").text().equals(phone))
                .map(card -> CODE.matcher(card.text())).filter(Matcher::find).map(Matcher::group).findFirst()
                .orElseThrow(() -> new AssertionError("No code to " + phone));
    }

    /** How many appointments there are that are not cancelled. */
    public long booked() {
        return app.store().export(DemoLocation.LOCATION).stream()
                .filter(appointment -> appointment.status() != Appointment.Status.CANCELLED).count();
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url() + path));
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    @Override
    public void close() {
        http.shutdownNow(); // else the server waits a second for connections that are kept alive
        app.close();
        try {
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void logAsWeRun() {
        try (var settings = RunningApp.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
            ACCESS.setLevel(Level.WARNING); // or they fill the output of the tests
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer submit(FormElement form, String action, String method, Map<String, String> filled, String... headers) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var field : form.formData()) if (!filled.containsKey(field.key())) fields.add(Map.entry(field.key(), field.value()));
        fields.addAll(filled.entrySet());
        return method.equals("post") ? post(action, encoded(fields), headers)
                : get(action.replaceFirst("\\?.*", "") + "?" + encoded(fields), headers);
    }

    private static String encoded(Map<String, String> fields) {
        return encoded(List.copyOf(fields.entrySet()));
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String body() {
            return response.body();
        }

        public Document html() {
            return Jsoup.parse(response.body(), response.uri().toString());
        }

        public String heading() {
            return html().select("h1").text();
        }

        /** All that a person reads. */
        public String text() {
            return html().body().text();
        }

        /** The address of the link or button that reads so. */
        public String linkTo(String text) {
            var link = linkOrButton(text);
            return link.hasAttr("href") ? link.attr("href") : link.attr("formaction");
        }

        /** The free times that are offered, as links or buttons. */
        public Elements times() {
            return html().select(".chip");
        }

        /** The value of a field, hidden ones too; fails where there is none. */
        public String field(String name) {
            var field = html().select("[name=" + name + "]").first();
            if (field == null) throw new AssertionError("No field " + name + " in: " + text());
            return field.val();
        }

        /** The sentence to be read first; empty when there is none. */
        public String notice() {
            return html().select(".notice").text();
        }

        Element linkOrButton(String text) {
            return html().select("a, button").stream().filter(element -> element.text().contains(text)).findFirst()
                    .orElseThrow(() -> new AssertionError("No link \"" + text + "\" in: " + text()));
        }
    }
}

package bookform.support;

import bookform.App;
import bookform.Config;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The whole application on a free port with the demo location and a database of its own, and a browser without a face: it reads pages
 * with jsoup, sends forms as they stand there, and keeps no cookies.
 */
public final class RunningApp implements AutoCloseable {
    /** Monday morning in Vilnius, before the studio opens. */
    public static final String MONDAY = "2026-11-23T05:00:00Z";

    private final Path data;
    private final App app;
    public final TestClock clock;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

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

    /** {@code http://localhost:…}. */
    public String url() {
        return app.url().toString();
    }

    public App app() {
        return app;
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As our own page would, with the fields in turn: name, value, name, value. */
    public Answer post(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", url()).POST(BodyPublishers.ofString(body)));
    }

    /** Sends the form of a page as it stands there, with some fields filled in. */
    public Answer submit(Answer page, String form, Map<String, String> filled, String... headers) {
        var element = page.html().expectForm("#" + form);
        var fields = new LinkedHashMap<String, String>();
        element.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(filled);
        return post(element.attr("action"), fields, headers);
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

    @Override public void close() {
        app.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            var link = html().select("a, button").stream().filter(element -> element.text().contains(text)).findFirst()
                    .orElseThrow(() -> new AssertionError("No link \"" + text + "\" in: " + text()));
            return link.hasAttr("href") ? link.attr("href") : link.attr("formaction");
        }
    }
}

package bookform;

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
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As much of a browser as {@link Rehearsal} needs: asks, sends forms, and finds in a page what leads on. */
final class PlainBrowser {
    /** A page that is not what it should be. */
    static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }

    /** What came back. */
    record Page(HttpResponse<String> answer) {
        /** @throws Failed when it has another status */
        Page with(int status) {
            if (answer.statusCode() != status)
                throw new Failed(answer.uri().getPath() + " answers " + answer.statusCode() + ", not " + status);
            return this;
        }

        String text() {
            return answer.body();
        }

        /** Where a form that was obeyed leads to. */
        String redirect() {
            return with(303).answer.headers().firstValue("Location").orElseThrow();
        }

        /** The first group of a pattern, where it is found first. */
        String first(Pattern pattern) {
            return all(pattern).findFirst().orElseThrow(() -> lacks(pattern));
        }

        String last(Pattern pattern) {
            return all(pattern).reduce((earlier, later) -> later).orElseThrow(() -> lacks(pattern));
        }

        Stream<String> all(Pattern pattern) {
            return pattern.matcher(answer.body()).results().map(PlainBrowser::unescaped);
        }

        private Failed lacks(Pattern pattern) {
            return new Failed(answer.uri().getPath() + " lacks " + pattern);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private int requests;

    PlainBrowser(String address) {
        this.address = address;
    }

    int requests() {
        return requests;
    }

    Page get(String path, String... headers) {
        var request = request(path);
        if (headers.length > 0) request.headers(headers);
        return send(request.GET());
    }

    Page post(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            requests++;
            return new Page(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    private static String unescaped(MatchResult attribute) {
        return attribute.group(1).replace("&amp;", "&");
    }
}

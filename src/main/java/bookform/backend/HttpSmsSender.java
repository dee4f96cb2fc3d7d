package bookform.backend;

import bookform.booking.BookingUnavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends text messages through an SMS gateway that takes a POST. A message is sent again only when the connection was never made: a
 * gateway that took it and did not answer in time must not ring twice.
 */
public final class HttpSmsSender implements SmsSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Pattern PLACE = Pattern.compile("\\{(phone|text)}");

    private final Gateway gateway;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(Redirect.NEVER).build();

    /**
     * How a gateway is spoken to.
     *
     * @param body with {@code {phone}} and {@code {text}} where they go
     * @param contentType decides how these two are escaped: for JSON, for a form, or not at all
     * @param authorization the header's value
     */
    public record Gateway(URI url, String body, String contentType, Optional<String> authorization) {
        /** Keeps the secret. */
        @Override
        public String toString() {
            return "Gateway[" + url.getHost() + "]";
        }
    }

    public HttpSmsSender(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void send(String phone, String text) {
        var request = HttpRequest.newBuilder(gateway.url()).timeout(TIMEOUT).header("Content-Type", gateway.contentType())
                .POST(BodyPublishers.ofString(body(phone, text)));
        gateway.authorization().ifPresent(value -> request.header("Authorization", value));
        var status = status(request.build());
        if (status / 100 != 2) throw new BookingUnavailable("The SMS gateway answered " + status);
    }

    private int status(HttpRequest request) {
        try {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode();
            } catch (ConnectException | HttpConnectTimeoutException notEvenConnected) {
                return client.send(request, BodyHandlers.discarding()).statusCode();
            }
        } catch (IOException failure) {
            throw new BookingUnavailable("The SMS gateway does not answer: " + failure.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BookingUnavailable("Stopped while sending");
        }
    }

    /** Both in one go: what a text says of places is text. */
    private String body(String phone, String text) {
        return PLACE.matcher(gateway.body())
                .replaceAll(place -> Matcher.quoteReplacement(escaped(place.group(1).equals("phone") ? phone : text)));
    }

    private String escaped(String value) {
        var type = gateway.contentType().toLowerCase(Locale.ROOT);
        if (type.contains("json")) return json(value);
        return type.contains("urlencoded") ? URLEncoder.encode(value, StandardCharsets.UTF_8) : value;
    }

    /** The inside of a JSON string. */
    private static String json(String value) {
        var escaped = new StringBuilder();
        value.chars().forEach(character -> {
            if (character == '"' || character == '\\') escaped.append('\\').append((char) character);
            else if (character < ' ') escaped.append("\\u%04x".formatted(character));
            else escaped.append((char) character);
        });
        return escaped.toString();
    }
}

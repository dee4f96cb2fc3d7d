package bookform.cabinet;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What somebody typed into a form whose POST found them signed out: it goes along in a sealed cookie while they sign in, and the form
 * fills itself in again. For the same client and the same page alone, for half an hour; secrets are typed anew.
 */
final class Typed {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Pattern SECRET = Pattern.compile(".*(password|code|token).*", Pattern.CASE_INSENSITIVE);
    /** Browsers keep 4,096 bytes of a cookie, name and attributes included; Base64 makes a third more of it. */
    private static final int LONGEST = 2_800;

    private final SealedCookie cookie;

    Typed(byte[] key, Clock clock) {
        cookie = new SealedCookie("typed", key, LIFE, clock);
    }

    /**
     * Keeps the fields of the form that was sent.
     *
     * @param page the address that shows the form
     */
    void keep(Context ctx, SignedIn client, String page) {
        var fields = ctx.formParamMap().entrySet().stream()
                .filter(field -> !SECRET.matcher(field.getKey()).matches() && !field.getValue().isEmpty())
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().getFirst()))
                .collect(Collectors.joining("&"));
        var packed = packed(client.client() + " " + page + " " + fields);
        if (!fields.isEmpty() && packed.length <= LONGEST) cookie.write(ctx, packed);
    }

    /** What was kept for the page that is asked for, once: field by field; empty where there is nothing. */
    Map<String, String> take(Context ctx, SignedIn client) {
        var kept = cookie.read(ctx).map(packed -> unpacked(packed).split(" ", 3)).map(List::of).orElse(List.of("", "", ""));
        if (!kept.get(1).equals(ctx.path())) return Map.of();
        cookie.end(ctx);
        if (client.client() == 0 || !kept.get(0).equals(Long.toString(client.client()))) return Map.of();
        var fields = new LinkedHashMap<String, String>();
        for (var field : kept.get(2).split("&")) {
            var parts = field.split("=", 2);
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        return fields;
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (var unpacking = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacking.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

package bookform.backend.http;

import bookform.altegio.wire.WireJson;
import bookform.transfer.Coding;
import bookform.transfer.Gzip;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * JSON on its way: that of a request, whatever its content type says; that of an answer compressed for those who can read that, and not at
 * all to those who have it already.
 */
final class Body {
    static final String TYPE = "application/json; charset=utf-8";
    private static final int QUICKLY = 4;
    private static final int TAG_BYTES = 12;

    private Body() {}

    /** @throws tools.jackson.core.JacksonException when it is no JSON, or another */
    static <T> T read(Context ctx, Class<T> type) {
        return read(json(ctx), type);
    }

    /** @param field what a bare list is taken for */
    static <T> T read(Context ctx, Class<T> type, String field) {
        var json = json(ctx);
        return read(json.isArray() ? WireJson.json().createObjectNode().set(field, json) : json, type);
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        if (!json.isObject()) throw Refusal.wrong("The body is not an object.");
        return WireJson.json().treeToValue(json, type);
    }

    private static JsonNode json(Context ctx) {
        try (var in = ctx.bodyInputStream()) {
            var bytes = in.readNBytes(WireJson.LARGEST_DOCUMENT + 1);
            if (bytes.length > WireJson.LARGEST_DOCUMENT) throw Refusal.of(413, "The body is too large.");
            return WireJson.json().readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Sends what the caller may keep for a while, and later ask whether it still is the same.
     *
     * @throws IOException when the caller is gone
     */
    static void send(Context ctx, int status, byte[] json, Duration lifetime) throws IOException {
        var tag = "W/\"" + hash(json) + '"'; // weak: compressed or not, it is the same
        ctx.header("Cache-Control", "private, max-age=" + lifetime.toSeconds()).header("ETag", tag);
        if (isKnown(ctx.header("If-None-Match"), tag)) ctx.status(304);
        else send(ctx, status, json);
    }

    /**
     * In one write: Javalin would make a stream of it, and copy that in pieces.
     *
     * @throws IOException when the caller is gone
     */
    static void send(Context ctx, int status, byte[] json) throws IOException {
        ctx.status(status).contentType(TYPE);
        if (json.length == 0) return;
        var compressed = json.length > Gzip.WORTH_IT && Coding.GZIP.isAccepted(ctx.header("Accept-Encoding"));
        if (compressed) ctx.header("Content-Encoding", "gzip");
        var body = compressed ? Gzip.compress(json, QUICKLY) : json;
        ctx.res().setContentLength(body.length);
        ctx.res().getOutputStream().write(body);
    }

    /** @param known what the caller has; null when it does not say */
    private static boolean isKnown(String known, String tag) {
        return known != null && Arrays.stream(known.split(",")).map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || ("W/" + one).equals(tag));
    }

    private static String hash(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

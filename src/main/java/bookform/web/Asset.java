package bookform.web;

import bookform.transfer.Gzip;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that browsers load from us, in memory, compressed once. {@code hash} changes with its content. */
public record Asset(String name, String hash, String contentType, byte[] plain, byte[] gzipped) {
    /** @param name decides the type: css, js or svg */
    public static Asset of(String name, String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        return new Asset(name, hash(plain), contentType(name), plain, Gzip.compress(plain, 9));
    }

    /** A script of ours, without comments on lines of their own and without indentation; more than that it may hold in quotes. */
    public static String script(String name) {
        return read("/static/" + name).replaceAll("(?m)^\\s*(//.*)?\\R", "").replaceAll("(?m)^\\s+", "");
    }

    /** A stylesheet of ours. Comments and white space are for us, not for the visitor's phone; a space before a colon may mean a descendant. */
    public static String style(String name) {
        return read("/static/" + name).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*([{};,])\\s*", "$1").replaceAll(":\\s+", ":")
                .strip();
    }

    static String read(String resource) {
        try (var in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of an answer; how long it may be kept is the caller's to say. */
    public void send(Context ctx) {
        ctx.contentType(contentType).header("Vary", "Accept-Encoding").header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.disableCompression();
        if (Gzip.isAccepted(ctx.header("Accept-Encoding"))) ctx.header("Content-Encoding", "gzip").result(gzipped);
        else ctx.result(plain);
    }

    String hashedName() {
        var dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + hash + name.substring(dot);
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package bookform.web;

import bookform.transfer.Coding;
import bookform.transfer.Gzip;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file that browsers load from us, in memory, compressed once. {@code hash} changes with its content.
 *
 * @param brotli smaller than {@code gzipped}; empty when nobody made it: {@code src/build/Shrink.java} does, as part of a build
 */
public record Asset(String name, String hash, String contentType, byte[] plain, byte[] gzipped, Optional<byte[]> brotli) {
    private static final String PNG = "image/png";

    /** @param name decides the type: css, js, svg or png */
    public static Asset of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture; these are small already. */
    static Asset picture(String name) {
        return of(name, bytes("/static/" + name).orElseThrow(() -> new IllegalStateException(name + " is missing")));
    }

    private static Asset of(String name, byte[] plain) {
        var hash = hash(plain);
        return new Asset(name, hash, contentType(name), plain, bytes("/shrunk/" + hash + ".gz").orElseGet(() -> Gzip.compress(plain, 9)),
                bytes("/shrunk/" + hash + ".br"));
    }

    /** A script of ours as the build has shrunk it; else without comments on lines of their own and without indentation. */
    public static String script(String name) {
        var source = read("/static/" + name);
        return find("/shrunk/" + hash(source) + ".js")
                .orElseGet(() -> source.replaceAll("(?m)^\\s*(//.*)?\\R", "").replaceAll("(?m)^\\s+", ""));
    }

    /** A script that the build has put together; empty when it was not that build which compiled us. */
    public static Optional<String> built(String name) {
        return find("/shrunk/" + name);
    }

    /** A stylesheet of ours, small: as the build has kept it, or made so here and now. */
    public static String style(String name) {
        var source = read("/static/" + name);
        return find("/shrunk/" + hash(source) + ".css").orElseGet(() -> squeezed(source));
    }

    /** Comments and white space are for us, not for the visitor's phone; a space before a colon may mean a descendant. */
    private static String squeezed(String stylesheet) {
        return stylesheet.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*([{};,])\\s*", "$1").replaceAll(":\\s+", ":")
                .replace(";}", "}").strip();
    }

    static String read(String resource) {
        return find(resource).orElseThrow(() -> new IllegalStateException(resource + " is missing"));
    }

    /** Twelve digits that change with a file. */
    public static String hash(String content) {
        return hash(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Proof of nothing: every start computes it for each file, and a digest that is proof is slow while the JVM is cold. */
    private static String hash(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return HexFormat.of().toHexDigits(crc.getValue(), 8) + HexFormat.of().toHexDigits(content.length, 4);
    }

    /** The body of an answer; how long it may be kept is the caller's to say. */
    public void send(Context ctx) {
        ctx.contentType(contentType).header("Vary", "Accept-Encoding").header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.disableCompression();
        SecurityHeaders.thatIsNoPage(ctx);
        var accepted = contentType.equals(PNG) ? "" : ctx.header("Accept-Encoding");
        if (brotli.isPresent() && Coding.BROTLI.isAccepted(accepted)) ctx.header("Content-Encoding", "br").result(brotli.get());
        else if (Coding.GZIP.isAccepted(accepted)) ctx.header("Content-Encoding", "gzip").result(gzipped);
        else ctx.result(plain);
    }

    String hashedName() {
        var dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + hash + name.substring(dot);
    }

    private static Optional<String> find(String resource) {
        return bytes(resource).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(String resource) {
        try (var in = Asset.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            case ".png" -> PNG;
            default -> throw new IllegalArgumentException(name);
        };
    }
}

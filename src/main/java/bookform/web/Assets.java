package bookform.web;

import bookform.transfer.Gzip;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The files that pages load, in memory, compressed once, under names that change with their content: {@code /assets/bookform.3f9a….css}
 * may be kept for a year. htmx and our own script travel as one file, one request less.
 */
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String KEEP_FOR_A_YEAR = "public, max-age=31536000, immutable";

    private record Asset(String name, String hash, String contentType, byte[] plain, byte[] gzipped) {
        String hashedName() {
            var dot = name.lastIndexOf('.');
            return name.substring(0, dot) + "." + hash + name.substring(dot);
        }
    }

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byHashedName = new HashMap<>();

    public Assets() {
        add("bookform.css", "text/css; charset=utf-8", compact(read("/static/bookform.css")));
        add("bookform.js", "text/javascript; charset=utf-8", read(HTMX) + "\n" + withoutComments(read("/static/bookform.js")));
        add("demo.svg", "image/svg+xml", read("/static/demo.svg"));
        add("icon.svg", "image/svg+xml", read("/static/icon.svg"));
    }

    /** The address of one of our files, {@code bookform.css}. */
    public String url(String name) {
        return "/assets/" + byName.get(name).hashedName();
    }

    /** A picture's address as a page should load it: ours under the hashed name, everybody else's as it is. */
    public String picture(String address) {
        if (!address.startsWith("/assets/")) return address;
        var fragment = address.indexOf('#');
        var name = address.substring("/assets/".length(), fragment < 0 ? address.length() : fragment);
        return byName.containsKey(name) ? url(name) + (fragment < 0 ? "" : address.substring(fragment)) : address;
    }

    /** {@code GET /assets/{file}}. */
    public void show(Context ctx) {
        var file = ctx.pathParam("file");
        var asset = byHashedName.get(file);
        ctx.header("Cache-Control", asset == null ? "public, max-age=300" : KEEP_FOR_A_YEAR);
        if (asset == null) asset = byName.get(file);
        if (asset == null) throw new NotFoundResponse();
        ctx.contentType(asset.contentType).header("Vary", "Accept-Encoding").header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.disableCompression();
        if (Gzip.isAccepted(ctx.header("Accept-Encoding"))) ctx.header("Content-Encoding", "gzip").result(asset.gzipped);
        else ctx.result(asset.plain);
    }

    private void add(String name, String contentType, String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var asset = new Asset(name, hash(plain), contentType, plain, Gzip.compress(plain, 9));
        byName.put(name, asset);
        byHashedName.put(asset.hashedName(), asset);
    }

    /** Comments on lines of their own, and indentation; a script may hold more than that in quotes. */
    private static String withoutComments(String script) {
        return script.replaceAll("(?m)^\\s*(//.*)?\\R", "").replaceAll("(?m)^\\s+", "");
    }

    /** Comments and white space are for us, not for the visitor's phone. A space before a colon may mean a descendant. */
    private static String compact(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*([{};,])\\s*", "$1").replaceAll(":\\s+", ":").strip();
    }

    private static String read(String resource) {
        try (var in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package bookform.widget;

import bookform.web.Asset;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.stream.Collectors;

/** {@code GET /embed.js}: the one script that a site loads, with its style and its words in it. */
final class Loader {
    // Sites name it without a version, so a mended one must reach them soon; meanwhile nobody waits for it.
    private static final String KEEP_FOR_MINUTES = "public, max-age=600, stale-while-revalidate=86400";

    private final Asset script = Asset.of("embed.js", Asset.script("embed.js").replace("__STYLE__", Asset.style("embed.css"))
            .replace("__TEXTS__", texts()));

    void show(Context ctx) {
        var tag = "\"" + script.hash() + "\"";
        ctx.header("Cache-Control", KEEP_FOR_MINUTES).header("ETag", tag).header("Access-Control-Allow-Origin", "*");
        if (tag.equals(ctx.header("If-None-Match"))) ctx.status(304);
        else script.send(ctx);
    }

    /** {@code {en:["Book online","Close"],…}}. */
    private static String texts() {
        return Texts.LANGUAGES.stream().map(Texts::in)
                .map(t -> t.language() + ":[" + quoted(t.text("widget.book")) + "," + quoted(t.text("widget.close")) + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

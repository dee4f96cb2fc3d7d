package bookform.widget;

import bookform.web.Asset;
import bookform.web.OurLanguages;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one script that a site loads, with its style and its words in it: {@code GET /embed.js}, and {@code GET /widgetJS}, which knows
 * Altegio's snippet beside. The words of every language take a while to gather, so a build does it, and a start takes what it made.
 */
final class Loader {
    // Sites name it without a version, so a mended one must reach them soon; meanwhile nobody waits for it.
    private static final String KEEP_FOR_MINUTES = "public, max-age=600, stale-while-revalidate=86400";

    private final Asset script;

    private Loader(String name, Supplier<String> text) {
        script = Asset.of(name, Asset.built(name).orElseGet(text));
    }

    static Loader ours() {
        return new Loader("embed.js", Loader::text);
    }

    static Loader altegios() {
        return new Loader("widgetJS.js", Loader::altegiosText);
    }

    /** Made anew, for a build. */
    static List<Asset> made() {
        return List.of(Asset.of("embed.js", text()), Asset.of("widgetJS.js", altegiosText()));
    }

    void show(Context ctx) {
        var tag = "\"" + script.hash() + "\"";
        ctx.header("Cache-Control", KEEP_FOR_MINUTES).header("ETag", tag).header("Access-Control-Allow-Origin", "*");
        if (tag.equals(ctx.header("If-None-Match"))) ctx.status(304);
        else script.send(ctx);
    }

    private static String text() {
        return Asset.script("embed.js").replace("__STYLE__", quoted(Asset.style("embed.css"))).replace("__TEXTS__", texts());
    }

    private static String altegiosText() {
        return text() + "\n" + Asset.script("widgetjs.js");
    }

    /** {@code {en:["Book online","Close"],…}}. */
    private static String texts() {
        return OurLanguages.ALL.stream()
                .map(language -> language.toLanguageTag() + Texts.messages(language, "widget.book", "widget.close").stream()
                        .map(Loader::quoted).collect(Collectors.joining(",", ":[", "]")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

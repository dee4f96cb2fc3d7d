package bookform.web;

import bookform.booking.Color;
import bookform.booking.Style;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stylesheets of forms with colours of their own, made from those: what is different from {@code bookform.css}. Nothing is stored;
 * every instance makes the same from the same form.
 */
final class Themes {
    private final LoadingCache<Style, Optional<Asset>> sheets = Caffeine.newBuilder().maximumSize(10_000).build(Themes::sheet);

    /** Empty for a form that looks like ours. */
    Optional<Asset> of(Style style) {
        return sheets
                .get(new Style(style.accent(), style.background(), style.radius(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Optional<Asset> sheet(Style style) {
        return style.equals(Style.PLAIN) ? Optional.empty() : Optional.of(Asset.of("theme.css", css(style)));
    }

    /** A page in a frame shows what is behind the frame, unless the form has a background: text is legible on that alone. */
    static String css(Style style) {
        var dark = "{" + different(Palette.dark(style), Palette.dark(Style.PLAIN)) + "}";
        return ":root{" + style.radius().map(pixels -> "--radius:" + pixels + "px;").orElse("")
                + different(Palette.light(style), Palette.light(Style.PLAIN)) + "}"
                + "@media(prefers-color-scheme:dark){:root:not(.light)" + dark + "}:root.dark" + dark
                + (style.background().isPresent() ? ".framed body{background:var(--page)}" : "");
    }

    private static String different(Palette palette, Palette usual) {
        return palette.properties().entrySet().stream()
                .filter(property -> !property.getValue().equals(usual.properties().get(property.getKey())))
                .map(Themes::declaration).collect(Collectors.joining(";"));
    }

    private static String declaration(Map.Entry<String, Color> property) {
        return "--" + property.getKey() + ":" + property.getValue().hex();
    }
}

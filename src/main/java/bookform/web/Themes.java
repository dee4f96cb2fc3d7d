package bookform.web;

import bookform.booking.Color;
import bookform.booking.Style;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stylesheets of forms with colours of their own, made from those: what is different from {@code bookform.css}. Nothing is stored;
 * every instance makes the same from the same form.
 */
final class Themes {
    private static final Map<String, Color> LIGHT = Palette.light(Style.PLAIN).properties();
    private static final Map<String, Color> DARK = Palette.dark(Style.PLAIN).properties();

    private final LoadingCache<Style, Theme> themes = Caffeine.newBuilder().maximumSize(10_000).build(Themes::made);

    /**
     * What is made of a form's colours. Every page asks for it, and finding legible colours is work.
     *
     * @param stylesheet empty for a form that looks like ours
     * @param light colour of a light page; {@code dark} of a dark one
     */
    record Theme(Optional<Asset> stylesheet, String light, String dark) {}

    Theme of(Style style) {
        return themes
                .get(new Style(style.accent(), style.background(), style.radius(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Theme made(Style style) {
        return new Theme(style.equals(Style.PLAIN) ? Optional.empty() : Optional.of(Asset.of("theme.css", css(style))),
                Palette.light(style).page().hex(), Palette.dark(style).page().hex());
    }

    /** A page in a frame shows what is behind the frame, unless the form has a background: text is legible on that alone. */
    static String css(Style style) {
        var light = Palette.light(style).properties();
        var dark = Palette.dark(style).properties();
        var changed =
                light.keySet().stream().filter(name -> !light.get(name).equals(LIGHT.get(name)) || !dark.get(name).equals(DARK.get(name)))
                        .toList();
        var night = "{" + declarations(changed, dark) + "}";
        return ":root{" + style.radius().map(pixels -> "--radius:" + pixels + "px;").orElse("") + declarations(changed, light) + "}"
                + "@media(prefers-color-scheme:dark){:root:not(.light)" + night + "}:root.dark" + night
                + (style.background().isPresent() ? ".framed.light body{background:var(--page)}" : "");
    }

    /** What is changed for one is said for the other, too: the first rule reaches both. */
    private static String declarations(List<String> changed, Map<String, Color> colors) {
        return changed.stream().map(name -> "--" + name + ":" + colors.get(name).hex()).collect(Collectors.joining(";"));
    }
}

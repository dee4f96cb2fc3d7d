package bookform.backend.setup;

import bookform.booking.Color;
import bookform.booking.Style;
import bookform.booking.Style.Theme;
import bookform.booking.Tracking;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How a form in a file looks, and where it is counted. */
final class StylePart {
    private StylePart() {}

    static Style style(Fields fields) {
        var style = new Style(color(fields, "accent"), color(fields, "background"),
                fields.find("radius").flatMap(node -> node.whole(0, Style.ROUNDEST, " pixels")).map(Math::toIntExact),
                fields.picture("logo"), fields.picture("header"),
                fields.find("theme").map(_ -> fields.oneOf("theme", Fields.words(Theme.values()), Theme.AUTO)));
        fields.end();
        return style;
    }

    static Tracking tracking(Fields fields) {
        var tracking =
                new Tracking(id(fields, "google", Tracking::isGoogle, "G-AB12CD34"), id(fields, "meta", Tracking::isMeta, "123456789"));
        fields.end();
        return tracking;
    }

    static Map<String, Object> write(Style style) {
        return new WrittenFields().put("accent", style.accent().map(Color::hex)).put("background", style.background().map(Color::hex))
                .put("radius", style.radius()).put("logo", style.logo()).put("header", style.header())
                .put("theme", style.theme().map(Fields::word)).map();
    }

    static Map<String, Object> write(Tracking tracking) {
        return new WrittenFields().put("google", tracking.google()).put("meta", tracking.meta()).map();
    }

    private static Optional<Color> color(Fields fields, String key) {
        fields.findNothing(key).ifPresent(node -> node.wrong("is empty; put quotes around what begins with #"));
        return fields.find(key).flatMap(node -> node.text().flatMap(text -> {
            var color = Color.find(text);
            if (color.isEmpty()) node.wrong(node.quoted() + " is not a colour; say one such as \"#0e665a\" or deep-purple");
            return color;
        }));
    }

    private static Optional<String> id(Fields fields, String key, Predicate<String> known, String example) {
        return fields.find(key).flatMap(node -> node.text().filter(text -> {
            if (!known.test(text)) node.wrong(node.quoted() + " is not an id; it looks like " + example);
            return known.test(text);
        }));
    }
}

package bookform.web;

import bookform.booking.Color;
import bookform.booking.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The colours of a page under the names that the stylesheet has for them. Whatever a form wishes for, what is read has a contrast of 4.5
 * with everything that it stands on, and what only has to be seen one of 3 (WCAG 2.2, AA): a colour that has not is moved towards black
 * or white until it has.
 *
 * @param page behind everything; on it stand cards and lists, the {@code surface}
 * @param soft behind what is free or pointed out, in a shade of the accent
 * @param control edges of fields
 * @param accent of buttons and what is chosen; on it stands {@code onAccent}
 * @param accentText the accent as text
 * @param pressed the accent under a pointer: further away from what stands on it
 */
record Palette(Color page, Color surface, Color hover, Color soft, Color ink, Color muted, Color line, Color control, Color accent,
        Color onAccent, Color accentText, Color pressed, Color danger) {
    static final double READ = 4.5;
    static final double SEEN = 3;

    /** Steps on the way to black or white. */
    private static final int STEPS = 50;

    /** For visitors who prefer light pages; dark nevertheless when the form's background is. */
    static Palette light(Style style) {
        return style.background().map(page -> isDark(page) ? dark(style, page) : light(style, page))
                .orElseGet(() -> light(style, new Color(0xf6f4f0)));
    }

    /** For visitors who prefer dark pages; a light background of the form is not for them. */
    static Palette dark(Style style) {
        return dark(style, style.background().filter(Palette::isDark).orElse(new Color(0x131716)));
    }

    /** By their names in the stylesheet. */
    Map<String, Color> properties() {
        var properties = new LinkedHashMap<String, Color>();
        properties.put("page", page);
        properties.put("surface", surface);
        properties.put("hover", hover);
        properties.put("soft", soft);
        properties.put("ink", ink);
        properties.put("muted", muted);
        properties.put("line", line);
        properties.put("control", control);
        properties.put("accent", accent);
        properties.put("on-accent", onAccent);
        properties.put("accent-text", accentText);
        properties.put("pressed", pressed);
        properties.put("danger", danger);
        return properties;
    }

    private static boolean isDark(Color page) {
        return page.contrast(Color.WHITE) > page.contrast(Color.BLACK);
    }

    private static Palette light(Style style, Color page) {
        var wish = style.accent().orElse(new Color(0x0e665a));
        var surface = Color.WHITE;
        var accent = legible(wish, SEEN, page, surface);
        return on(page, surface, new Color(0xfaf8f5), surface.mix(accent, 0.09), accent, new Color(0x1d2523), new Color(0x5c6663),
                new Color(0xe5e1da), new Color(0x868e8b), new Color(0xb02a1f));
    }

    private static Palette dark(Style style, Color page) {
        var usual = style.background().filter(Palette::isDark).isEmpty();
        var raised = page.mix(Color.WHITE, 0.06);
        var surface = usual ? new Color(0x1c2120) : isRead(Color.WHITE, raised) ? raised : page.mix(Color.BLACK, 0.3);
        var accent = style.accent().map(wish -> legible(wish, READ, page, surface))
                .orElseGet(() -> legible(new Color(0x6bcdba), READ, page, surface));
        var soft = surface.mix(accent, 0.12);
        var hover = usual ? new Color(0x232928) : surface.mix(Color.WHITE, 0.03);
        return on(page, surface, isRead(Color.WHITE, hover) ? hover : surface, isRead(Color.WHITE, soft) ? soft : surface, accent,
                new Color(0xedf0ee), new Color(0xa5afab), surface.mix(Color.WHITE, 0.1), new Color(0x7a8581), new Color(0xff9d91));
    }

    private static Palette on(Color page, Color surface, Color hover, Color soft, Color accent, Color ink, Color muted, Color line,
            Color control, Color danger) {
        var grounds = new Color[] {page, surface, hover, soft};
        var onAccent = isRead(Color.WHITE, accent) ? Color.WHITE : legible(accent.mix(Color.BLACK, 0.8), READ, accent);
        var pressed = accent.mix(onAccent.contrast(Color.BLACK) > onAccent.contrast(Color.WHITE) ? Color.BLACK : Color.WHITE, 0.12);
        return new Palette(page, surface, hover, soft, legible(ink, READ, grounds), legible(muted, READ, grounds), line,
                legible(control, SEEN, page, surface), accent, onAccent, legible(accent, READ, grounds), pressed,
                legible(danger, READ, page, surface));
    }

    private static boolean isRead(Color text, Color ground) {
        return text.contrast(ground) >= READ;
    }

    /** The colour itself, or the nearest on the way to black or white that has a contrast with all grounds; the better end if none has. */
    private static Color legible(Color wish, double least, Color... grounds) {
        for (var step = 0; step <= STEPS; step++) {
            for (var end : new Color[] {Color.BLACK, Color.WHITE}) {
                var color = wish.mix(end, (double) step / STEPS);
                if (least(color, grounds) >= least) return color;
            }
        }
        return least(Color.BLACK, grounds) > least(Color.WHITE, grounds) ? Color.BLACK : Color.WHITE;
    }

    private static double least(Color color, Color... grounds) {
        return Stream.of(grounds).mapToDouble(color::contrast).min().orElseThrow();
    }
}

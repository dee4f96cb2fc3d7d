package bookform.booking;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An opaque colour, sRGB, {@code 0xRRGGBB}. */
public record Color(int rgb) {
    public static final Color BLACK = new Color(0x000000);
    public static final Color WHITE = new Color(0xffffff);

    private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** Material Design's palettes, by their names on the wire: what each has at 500. */
    private static final Map<String, Integer> PALETTES = Map.ofEntries(Map.entry("red", 0xf44336), Map.entry("pink", 0xe91e63),
            Map.entry("purple", 0x9c27b0), Map.entry("deep-purple", 0x673ab7), Map.entry("indigo", 0x3f51b5), Map.entry("blue", 0x2196f3),
            Map.entry("light-blue", 0x03a9f4), Map.entry("cyan", 0x00bcd4), Map.entry("teal", 0x009688), Map.entry("green", 0x4caf50),
            Map.entry("light-green", 0x8bc34a), Map.entry("lime", 0xcddc39), Map.entry("yellow", 0xffeb3b), Map.entry("amber", 0xffc107),
            Map.entry("orange", 0xff9800), Map.entry("deep-orange", 0xff5722), Map.entry("brown", 0x795548), Map.entry("grey", 0x9e9e9e),
            Map.entry("blue-grey", 0x607d8b), Map.entry("white", 0xffffff), Map.entry("black", 0x000000));

    public Color {
        if (rgb < 0 || rgb > 0xffffff) throw new IllegalArgumentException("No colour: " + rgb);
    }

    /** {@code #0e665a}, {@code 0E665A}, {@code #fff}, or the name of a palette; empty when it is none of these. */
    public static Optional<Color> find(String text) {
        var named = PALETTES.get(text.strip().toLowerCase(Locale.ROOT));
        if (named != null) return Optional.of(new Color(named));
        var hex = HEX.matcher(text.strip());
        if (!hex.matches()) return Optional.empty();
        var digits = hex.group(1).length() == 6 ? hex.group(1) : hex.group(1).replaceAll(".", "$0$0");
        return Optional.of(new Color(Integer.parseInt(digits, 16)));
    }

    /** {@code #0e665a}. */
    public String hex() {
        return "#%06x".formatted(rgb);
    }

    /** From 1, the same, to 21, black on white (WCAG 2.2). */
    public double contrast(Color other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** @param share of the other colour, 0 to 1 */
    public Color mix(Color other, double share) {
        return new Color(mixed(other, share, 16) << 16 | mixed(other, share, 8) << 8 | mixed(other, share, 0));
    }

    private int mixed(Color other, double share, int shift) {
        return (int) Math.round(part(shift) * (1 - share) + other.part(shift) * share);
    }

    private int part(int shift) {
        return rgb >> shift & 0xff;
    }

    private double luminance() {
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
    }

    private double linear(int shift) {
        var part = part(shift) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

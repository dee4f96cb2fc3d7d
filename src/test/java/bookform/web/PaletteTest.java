package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.Color;
import bookform.booking.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever colours a business wishes for, the page can be read. */
class PaletteTest {
    /** Text and what it stands on in {@code bookform.css}. */
    private static final Map<String, List<String>> READ = Map.of("ink", List.of("page", "surface", "hover", "soft"),
            "muted", List.of("page", "surface", "hover", "soft"), "accent-text", List.of("page", "surface", "hover", "soft"),
            "danger", List.of("page", "surface"), "on-accent", List.of("accent", "pressed"), "surface", List.of("danger"));

    /** Edges and fills that tell what something is. */
    private static final Map<String, List<String>> SEEN =
            Map.of("control", List.of("page", "surface"), "accent", List.of("page", "surface"));

    /** Where black and white are equally far, neon, the ends, and hardly different neighbours. */
    private static final List<Integer> NASTY =
            List.of(0x000000, 0xffffff, 0x757575, 0x767676, 0x777777, 0x808080, 0x39ff14, 0xff00ff, 0x00ffff,
                    0xffff00, 0xff0000, 0x00ff00, 0x0000ff, 0xfffffe, 0x010101, 0x1d2523, 0x0e665a, 0x6bcdba, 0xf6f4f0, 0x131716, 0xb02a1f,
                    0xff9d91,
                    0x5a5a5a, 0x9e9e9e, 0xbc0000, 0x007a7a);

    @Test
    void everyNastyPairCanBeRead() {
        for (int accent : NASTY) {
            for (int background : NASTY) check(style(accent, background));
            check(new Style(Optional.of(new Color(accent)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty()));
        }
    }

    @Test
    void thousandsOfRandomPairsCanBeRead() {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++) {
            var background = random.nextInt(0x1000000);
            check(style(random.nextInt(0x1000000), background));
            check(style(background, background));
        }
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        var palette = Palette.light(style(0x8a1538, 0xfff8f0));
        assertEquals(new Color(0x8a1538), palette.accent());
        assertEquals(new Color(0x8a1538), palette.accentText());
        assertEquals(new Color(0xfff8f0), palette.page());
        assertEquals(Color.WHITE, palette.onAccent());
    }

    @Test
    void aDarkBackgroundMakesLightTextForEverybody() {
        assertEquals(new Color(0x101820), Palette.light(style(0xffb000, 0x101820)).page());
        assertEquals(Palette.light(style(0xffb000, 0x101820)), Palette.dark(style(0xffb000, 0x101820)));
        assertFalse(Palette.dark(style(0xffb000, 0xfff8f0)).page().equals(new Color(0xfff8f0)), "who prefers dark does not get light");
    }

    /** The control: colours as they are wished for would not do. */
    @Test
    void wishesAloneCannotBeRead() {
        var broken = random(1_000).filter(style -> style.accent().orElseThrow().contrast(style.background().orElseThrow()) < Palette.READ)
                .count();
        assertTrue(broken > 500, broken + " of 1,000");
    }

    /** One truth in two places. */
    @Test
    void oursAreThoseOfTheStylesheet() {
        assertEquals(hex(Palette.light(Style.PLAIN)), declared("light", hex(Palette.light(Style.PLAIN))));
        assertEquals(hex(Palette.dark(Style.PLAIN)), declared("dark", hex(Palette.dark(Style.PLAIN))));
    }

    @Test
    void aFormWithoutColoursHasNoStylesheet() {
        assertEquals(Optional.empty(), new Themes().of(Style.PLAIN).stylesheet());
        assertEquals(":root{}@media(prefers-color-scheme:dark){:root:not(.light){}}:root.dark{}", Themes.css(Style.PLAIN));
    }

    private static Stream<Style> random(int count) {
        var random = new Random(7);
        return IntStream.range(0, count).mapToObj(_ -> style(random.nextInt(0x1000000), random.nextInt(0x1000000)));
    }

    private static Style style(int accent, int background) {
        return new Style(Optional.of(new Color(accent)), Optional.of(new Color(background)), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static void check(Style style) {
        var wrong = new ArrayList<String>();
        for (var palette : List.of(Palette.light(style).properties(), Palette.dark(style).properties())) {
            check(palette, READ, 4.5, wrong);
            check(palette, SEEN, 3, wrong);
        }
        assertEquals(List.of(), wrong, () -> style.toString());
    }

    private static void check(Map<String, Color> palette, Map<String, List<String>> pairs, double least, List<String> wrong) {
        pairs.forEach((what, grounds) -> {
            for (var ground : grounds) {
                var contrast = palette.get(what).contrast(palette.get(ground));
                if (contrast < least) wrong.add("%s on %s: %.2f".formatted(what, ground, contrast));
            }
        });
    }

    private static Map<String, String> hex(Palette palette) {
        return palette.properties().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().hex()));
    }

    private static Map<String, String> declared(String theme, Map<String, String> wanted) {
        return Pattern.compile("--([a-z-]+):[^;]*var\\(--" + theme + ",(#[0-9a-f]+)\\)").matcher(Asset.style("bookform.css")).results()
                .filter(match -> wanted.containsKey(match.group(1)))
                .collect(Collectors.toMap(match -> match.group(1), match -> Color.find(match.group(2)).orElseThrow().hex()));
    }
}

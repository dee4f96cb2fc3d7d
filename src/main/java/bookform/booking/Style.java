package bookform.booking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a business wants its form to look. Its colours are wishes: what cannot be read in them is shown in the nearest that can.
 *
 * @param accent of buttons and whatever is chosen; ours when empty
 * @param background of the page; ours when empty
 * @param radius of corners, in pixels, 0 to {@link #ROUNDEST}; ours when empty
 * @param logo address of a picture; the location's own when empty
 * @param header address of a picture at the head of the first step
 * @param theme light or dark for everybody; empty for what the visitor's system prefers, and light on other sites
 */
public record Style(Optional<Color> accent, Optional<Color> background, Optional<Integer> radius, Optional<String> logo,
        Optional<String> header, Optional<Theme> theme) {
    public static final int ROUNDEST = 24;

    /** Ours in everything. */
    public static final Style PLAIN =
            new Style(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether pages are light or dark. */
    public enum Theme {
        /** As the visitor's system prefers. */
        AUTO, LIGHT, DARK;

        /** As addresses say it, {@code dark}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Theme> find(String word) {
            return Stream.of(values()).filter(theme -> theme.word().equals(word)).findFirst();
        }
    }

    public Style {
        if (radius.filter(pixels -> pixels < 0 || pixels > ROUNDEST).isPresent()) throw new IllegalArgumentException("radius " + radius);
    }
}

package bookform.altegio;

import bookform.altegio.wire.Bookform;
import bookform.booking.Color;
import bookform.booking.Style;
import bookform.booking.Tracking;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a form looks, in our words (altegio-api.md §2.1). What cannot be read is passed over, and said in the log. */
final class Styles {
    private static final Logger LOG = LoggerFactory.getLogger(Styles.class);

    /** What a form has whose owner has chosen nothing: ours is near. */
    private static final String USUAL = "teal";

    /** Pages are the palette's lightest shade. */
    private static final double LIGHTEST = 0.92;

    private Styles() {}

    static Style of(Bookform form) {
        var wire = form.style();
        if (wire == null) return Style.PLAIN;
        var accent = Stream.of(wire.buttonsColor(), wire.mainColor(), wire.primaryPalette()).filter(text -> !text.equals(USUAL))
                .flatMap(text -> color(form, text).stream()).findFirst();
        return new Style(accent, background(form, wire.backgroundPalette()), Optional.empty(), shown(wire, wire.logo()),
                header(wire).flatMap(address -> shown(wire, address)), Optional.empty());
    }

    static Tracking tracking(Bookform form) {
        return new Tracking(id(form, form.googleAnalytics(), Tracking::isGoogle), id(form, form.facebookPixel(), Tracking::isMeta));
    }

    private static Optional<Color> background(Bookform form, String palette) {
        return color(form, palette).filter(color -> !color.equals(Color.WHITE))
                .map(color -> color.equals(Color.BLACK) ? color : color.mix(Color.WHITE, LIGHTEST));
    }

    private static Optional<String> header(Bookform.Style wire) {
        var sizes = wire.headerBackgrounds().stream().flatMap(all -> Stream.of(all.norm(), all.origin(), all.sm()));
        return Stream.concat(sizes, Stream.of(wire.headerBackground(), wire.menuBackground())).filter(text -> !text.isBlank()).findFirst();
    }

    private static Optional<String> shown(Bookform.Style wire, String address) {
        return wire.showHeader() ? Offers.picture(address) : Optional.empty();
    }

    private static Optional<Color> color(Bookform form, String text) {
        var color = Color.find(text);
        if (color.isEmpty() && !text.isBlank()) LOG.warn("Form {} has a colour that is none: {}", form.id(), quoted(text));
        return color;
    }

    private static Optional<String> id(Bookform form, Optional<String> id, Predicate<String> known) {
        var present = id.map(String::strip).filter(text -> !text.isEmpty());
        present.filter(known.negate())
                .ifPresent(text -> LOG.warn("Form {} is counted under an id that is none: {}", form.id(), quoted(text)));
        return present.filter(known);
    }

    /** Short and on one line, whatever it is. */
    private static String quoted(String text) {
        return text.substring(0, Math.min(40, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}

package bookform.booking;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a business counts what happens on its form. Our own pages load no tracker: counting is for the page around the form.
 *
 * @param google id of a Google Analytics property, {@code G-AB12CD34}
 * @param meta id of a Meta Pixel, digits
 */
public record Tracking(Optional<String> google, Optional<String> meta) {
    public static final Tracking NONE = new Tracking(Optional.empty(), Optional.empty());

    private static final Pattern GOOGLE = Pattern.compile("(G|GT|AW|UA)-[A-Za-z0-9-]{4,20}");
    private static final Pattern META = Pattern.compile("[0-9]{5,20}");

    public static boolean isGoogle(String id) {
        return GOOGLE.matcher(id).matches();
    }

    public static boolean isMeta(String id) {
        return META.matcher(id).matches();
    }
}

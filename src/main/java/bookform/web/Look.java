package bookform.web;

import bookform.booking.BookingForm;
import bookform.booking.Location;
import bookform.booking.Style;
import bookform.booking.Style.Theme;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * How the pages of a form look.
 *
 * @param stylesheet address of the form's own colours; empty for ours
 * @param theme what was asked for, or what the form wants; empty for what is usual where the page stands
 * @param logo address of a picture
 * @param header address of a picture for the head of the first step
 * @param light colour of a light page, for the browser's own edges; {@code dark} of a dark one
 */
public record Look(Optional<String> stylesheet, Optional<Theme> theme, Optional<String> logo, Optional<String> header, String light,
        String dark) {
    /** Ours. */
    public static final Look PLAIN = new Look(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Palette.light(Style.PLAIN).page().hex(), Palette.dark(Style.PLAIN).page().hex());

    /** Ours, on a page that belongs to no form: only the address says whether it is light or dark. */
    static Look asked(Context ctx) {
        return asked(Optional.ofNullable(ctx.queryParam("theme")));
    }

    static Look asked(Optional<String> word) {
        var theme = word.flatMap(Theme::find);
        return new Look(PLAIN.stylesheet, theme, PLAIN.logo, PLAIN.header, PLAIN.light, PLAIN.dark);
    }

    /** @param asked by the address */
    public static Look of(BookingForm form, Location location, Assets assets, Optional<Theme> asked) {
        var style = form.style();
        var own = assets.theme(style);
        return new Look(own.stylesheet().map(asset -> "/forms/" + form.id() + "/theme/" + asset.hash() + ".css"), asked.or(style::theme),
                style.logo().or(location::logo).map(assets::picture), style.header().map(assets::picture), own.light(), own.dark());
    }

    /** For the document's class: a page in a frame is light, as most sites are, unless somebody says otherwise. */
    public String classes(boolean framed) {
        if (theme.isEmpty()) return framed ? "framed light" : "";
        var word = theme.get().word();
        return framed ? "framed " + word : word;
    }
}

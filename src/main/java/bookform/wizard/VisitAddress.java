package bookform.wizard;

import bookform.booking.BookingForm;
import bookform.booking.Style.Theme;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The addresses of one booked appointment.
 *
 * @param location where it is, on forms of chains, which alone do not say it
 * @param hash the appointment's own
 * @param language the one that the address asks for, as it asks for the {@code theme}
 */
record VisitAddress(long form, Optional<Long> location, long appointment, String hash, Optional<String> language,
        Optional<Theme> theme) {
    /** @param form as it is at the appointment's location */
    static VisitAddress of(BookingForm form, long appointment, String hash, Selection selection) {
        return new VisitAddress(form.id(), form.chain().map(chain -> form.location()), appointment, hash, selection.language(),
                selection.theme());
    }

    VisitAddress in(String language) {
        return new VisitAddress(form, location, appointment, hash, Optional.of(language), theme);
    }

    /** The confirmation. */
    String url() {
        return "/forms/" + form + "/visits/" + appointment + "/" + hash + query();
    }

    /** @param page {@code cancellation} … */
    String url(String page) {
        return "/forms/" + form + "/visits/" + appointment + "/" + hash + "/" + page + query();
    }

    /** The form from its beginning, at the same location. */
    String bookAgainUrl() {
        return "/forms/" + form + query();
    }

    private String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        location.ifPresent(id -> query.add("location=" + id));
        language.ifPresent(tag -> query.add("lang=" + tag));
        theme.ifPresent(asked -> query.add("theme=" + Selection.word(asked)));
        return query.toString();
    }
}

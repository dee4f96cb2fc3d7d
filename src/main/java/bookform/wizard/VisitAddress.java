package bookform.wizard;

import bookform.booking.BookingForm;
import java.util.Optional;

/**
 * The addresses of one booked appointment.
 *
 * @param location where it is, on forms of chains, which alone do not say it
 * @param hash the appointment's own
 * @param language the one that the address asks for
 */
record VisitAddress(long form, Optional<Long> location, long appointment, String hash, Optional<String> language) {
    /** @param form as it is at the appointment's location */
    static VisitAddress of(BookingForm form, long appointment, String hash, Optional<String> language) {
        return new VisitAddress(form.id(), form.chain().map(chain -> form.location()), appointment, hash, language);
    }

    VisitAddress in(String language) {
        return new VisitAddress(form, location, appointment, hash, Optional.of(language));
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
        var place = location.map(id -> "?location=" + id).orElse("");
        return place + language.map(tag -> (place.isEmpty() ? "?" : "&") + "lang=" + tag).orElse("");
    }
}

package bookform.cabinet;

import bookform.booking.Location;
import bookform.web.Texts;
import java.util.Optional;

/**
 * Who stands before a page, before anybody asks whether they are signed in.
 *
 * @param form the booking form that they came from, now or last; links lead back to it
 * @param location where messages to them come from, and whose country their phone is read as; empty where that is not known
 * @param salon the name of the only location, or of the one that they came from; empty where there are several
 * @param loyalty whether there may be cards to show
 */
record Visitor(Texts t, Optional<Long> form, Optional<Location> location, String salon, boolean loyalty) {
    /** The form's number, for forms that lead on; empty where there is none. */
    String formNumber() {
        return form.map(id -> Long.toString(id)).orElse("");
    }

    /** Where they can book; empty where that is not known. */
    String bookUrl() {
        return form.map(id -> "/forms/" + id + "?lang=" + t.language()).orElse("");
    }

    /** ISO 3166-1 alpha-2; empty where that is not known. */
    String country() {
        return location.map(Location::country).orElse("");
    }
}

package bookform.wizard;

import bookform.booking.BookingForm;
import bookform.booking.FormStep.Kind;
import bookform.wizard.Selection.Manner;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses of one booked appointment.
 *
 * @param location where it is, on forms of chains, which alone do not say it
 * @param hash the appointment's own
 */
record VisitAddress(long form, Optional<Long> location, long appointment, String hash, Manner manner) {
    /** @param form as it is at the appointment's location */
    static VisitAddress of(BookingForm form, long appointment, String hash, Selection selection) {
        return new VisitAddress(form.id(), form.chain().map(chain -> form.location()), appointment, hash, selection.manner());
    }

    VisitAddress in(String language) {
        return new VisitAddress(form, location, appointment, hash, manner.withLanguage(language));
    }

    /** The confirmation. */
    String url() {
        return url("");
    }

    /** @param page {@code cancellation}, {@code time?day=2026-11-24}; a query alone is the confirmation's */
    String url(String page) {
        var path = "/forms/" + form + "/visits/" + appointment + "/" + hash;
        return withQuery(path + (page.isEmpty() || page.startsWith("?") ? page : "/" + page));
    }

    /**
     * The form from its beginning, at the same location.
     *
     * @param choices made beforehand, as a query; empty for none
     */
    String wizardUrl(String choices) {
        return withQuery("/forms/" + form + (choices.isEmpty() ? "" : "?" + choices));
    }

    /** The events to come, at the same location. */
    String eventsUrl() {
        return withQuery("/forms/" + form + "/" + Flow.page(Kind.EVENT));
    }

    /** The client's own pages, which open in a tab of their own: no frame shows them. */
    String cabinetUrl() {
        return "/cabinet?form=" + form + manner.language().map(tag -> "&lang=" + tag).orElse("");
    }

    private String withQuery(String url) {
        var query = Stream.concat(location.stream().map(id -> "location=" + id),
                manner.fields().map(field -> field.getKey() + "=" + field.getValue())).collect(Collectors.joining("&"));
        return query.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + query;
    }
}

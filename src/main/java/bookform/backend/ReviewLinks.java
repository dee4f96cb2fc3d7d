package bookform.backend;

import bookform.backend.Correspondence.Purpose;
import bookform.backend.Correspondence.Reader;
import bookform.backend.store.Lock;
import bookform.backend.store.ReviewLinkTable.Due;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import bookform.booking.Appointment;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingApi;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks clients how it was, once for a visit that took place, by e-mail where they gave an address and else by text message: an hour after
 * its end, though not at night, and never more than a day after it. Instances share the work, and a crash may ask twice, as
 * {@link Reminders} may.
 */
public final class ReviewLinks {
    /** From the end of a visit. */
    static final Duration AFTER = Duration.ofHours(1);

    /** From the end of a visit: who has not been asked by then is not. */
    static final Duration AT_LATEST = Duration.ofDays(1);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int AT_ONCE = 50;

    private final BookingApi booking;
    private final Store store;
    private final Clock clock;
    private final Outbox outbox;
    private final Correspondence correspondence;
    private final ClientTexts texts;
    private final ReviewTokens tokens;
    private final Optional<URI> address;

    /**
     * @param secret the key of review tokens
     * @param address where the pages are; empty when nobody says, and then nobody is asked
     */
    public ReviewLinks(BookingApi booking, Store store, Clock clock, Outbox outbox, ClientTexts texts, byte[] secret,
            Optional<URI> address) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
        this.outbox = outbox;
        this.correspondence = new Correspondence(store, clock, outbox);
        this.texts = texts;
        this.tokens = new ReviewTokens(new Keyed(secret));
        this.address = address;
    }

    /** Sends what is due now. */
    public void sendDue() {
        List<Due> due;
        do {
            due = store.write(tables -> {
                tables.lock(Lock.reviewLinks());
                return tables.reviewLinks().claim(clock.instant(), clock.instant().plus(AGAIN), AT_ONCE);
            });
            due.forEach(this::ask);
        } while (due.size() == AT_ONCE);
    }

    /** About the visit as it is now: it may have been moved, cancelled or reviewed since. */
    private void ask(Due due) {
        var appointments = tookPlace(due);
        if (appointments.isEmpty() || address.isEmpty() || due.phone().isEmpty()) {
            forget(due);
            return;
        }
        var last = appointments.getLast();
        var moment = moment(last.end(), last.location().zone());
        if (moment.isAfter(clock.instant())) store.change(tables -> tables.reviewLinks().putOff(due, moment));
        else if (clock.instant().isAfter(last.end().plus(AT_LATEST)) || isReviewed(due, appointments)) forget(due);
        else send(due, last);
    }

    /** The appointments of a visit that the client was at, or will be, the last one to end last. */
    private List<Appointment> tookPlace(Due due) {
        return store.read(tables -> tables.appointments().ofVisit(due.location(), due.visit())).stream()
                .flatMap(booked -> booking.findAppointment(due.location(), booked.id(), booked.hash()).stream())
                .filter(appointment -> !appointment.isCancelled() && appointment.status() != Status.NO_SHOW)
                .sorted(Comparator.comparing(Appointment::end)).toList();
    }

    /** When to ask after a visit: whose hour falls into the night is asked in the morning. */
    static Instant moment(Instant end, ZoneId zone) {
        var hour = end.plus(AFTER).atZone(zone);
        if (hour.toLocalTime().isBefore(MORNING)) return hour.toLocalDate().atTime(MORNING).atZone(zone).toInstant();
        return hour.toLocalTime().isBefore(NIGHT) ? hour.toInstant()
                : hour.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
    }

    private boolean isReviewed(Due due, List<Appointment> appointments) {
        return store.read(tables -> appointments.stream()
                .anyMatch(appointment -> tables.reviews().isReviewed(due.location(), appointment.id())));
    }

    private void send(Due due, Appointment appointment) {
        var location = appointment.location();
        var link = address.orElseThrow() + "/reviews/" + tokens.token(location.id(), appointment.id()) + "?lang="
                + due.language().toLanguageTag();
        var reader = new Reader(due.phone(), Optional.of(location.id()));
        Consumer<Tables> done = tables -> tables.reviewLinks().delete(due);
        if (outbox.sendsMail() && !due.email().isBlank())
            correspondence.mail(reader, Purpose.REVIEW, () -> texts.review(due.language(), due.email(), location, link), done);
        else correspondence.text(reader, Purpose.REVIEW, due.phone(), texts.review(due.language(), location, link), done);
    }

    private void forget(Due due) {
        store.change(tables -> tables.reviewLinks().delete(due));
    }
}

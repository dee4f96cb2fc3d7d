package bookform.backend;

import bookform.backend.Correspondence.Purpose;
import bookform.backend.Correspondence.Reader;
import bookform.backend.store.Lock;
import bookform.backend.store.ReminderTable.Due;
import bookform.backend.store.ReminderTable.Kind;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import bookform.booking.Appointment;
import bookform.booking.BookingApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reminds clients of their visits when they asked to be. Several instances on one database share the work. A reminder that could not be
 * sent, or was on its way when we crashed, is tried again until the visit begins; so after a crash one may come twice, but none is lost.
 */
public final class Reminders {
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int AT_ONCE = 50;

    private final BookingApi booking;
    private final Store store;
    private final Clock clock;
    private final Correspondence correspondence;
    private final ClientTexts texts;

    public Reminders(BookingApi booking, Store store, Clock clock, Outbox outbox, ClientTexts texts) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
        this.correspondence = new Correspondence(store, clock, outbox);
        this.texts = texts;
    }

    /** Sends what is due now. */
    public void sendDue() {
        List<Due> due;
        do {
            due = store.write(tables -> {
                tables.lock(Lock.reminders());
                return tables.reminders().claim(clock.instant(), clock.instant().plus(AGAIN), AT_ONCE);
            });
            due.forEach(this::remind);
        } while (due.size() == AT_ONCE);
    }

    /** Of what is still to come, as it is now: it may have been moved or cancelled since. */
    private void remind(Due due) {
        var coming = coming(due);
        if (coming.isEmpty() || due.kind() == Kind.SMS && due.phone().isEmpty() || due.kind() == Kind.MAIL && due.email().isBlank()) {
            store.change(tables -> tables.reminders().delete(due));
            return;
        }
        var at = coming.getFirst().start().minus(Duration.ofHours(due.hours()));
        if (at.isAfter(clock.instant())) putOff(due, at);
        else send(due, coming);
    }

    private List<Appointment> coming(Due due) {
        return store.read(tables -> tables.appointments().ofVisit(due.location(), due.visit())).stream()
                .flatMap(booked -> booking.findAppointment(due.location(), booked.id(), booked.hash()).stream())
                .filter(appointment -> !appointment.isCancelled() && appointment.start().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Appointment::start)).toList();
    }

    private void putOff(Due due, Instant until) {
        store.change(tables -> tables.reminders().putOff(due, until));
    }

    private void send(Due due, List<Appointment> coming) {
        var reader = new Reader(due.phone(), Optional.of(due.location()));
        Consumer<Tables> done = tables -> tables.reminders().delete(due);
        switch (due.kind()) {
            case SMS -> correspondence.text(reader, Purpose.REMINDER, due.phone(), texts.reminder(due.language(), coming), done);
            case MAIL -> correspondence.mail(reader, Purpose.REMINDER, () -> texts.reminder(due.language(), due.email(), coming), done);
        }
    }
}

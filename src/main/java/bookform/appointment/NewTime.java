package bookform.appointment;

import bookform.appointment.OpenAppointment.Sheet;
import bookform.booking.Appointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingDates;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.TimeSlot;
import bookform.calendar.CalendarPage;
import bookform.calendar.CalendarView;
import bookform.calendar.FreeTime;
import bookform.templates.Templates;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code …/time} of an appointment: choose another time for the same services with the same team member, confirm it, move. */
public final class NewTime {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Clock clock;
    private final UnsettledChange unsettled;

    public NewTime(BookingApi api, Pages pages, Templates templates, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.clock = clock;
        this.unsettled = new UnsettledChange(templates);
    }

    /** {@code GET}: the free times, or, once one of them is chosen, the question. Nothing changes. */
    public void show(Context ctx, OpenAppointment open) {
        var asked = AskedTime.of(ctx);
        if (!open.appointment().isMovable() || asked.isStart(open.appointment().start())) {
            pages.redirect(ctx, open.url(""));
        } else if (asked.start().isEmpty()) {
            choose(ctx, open, asked, "");
        } else if (isFree(open.appointment(), asked.start().get())) {
            ask(ctx, open, asked.start().get());
        } else {
            choose(ctx.status(409), open, asked.itsDay(open.appointment()), open.t().text("gone.time"));
        }
    }

    /** {@code POST}: moves. The second click finds it there already, which is fine. */
    public void update(Context ctx, OpenAppointment open) {
        var asked = AskedTime.of(ctx);
        if (asked.start().isEmpty()) pages.redirect(ctx, open.url("time"));
        else if (asked.isStart(open.appointment().start())) pages.redirect(ctx, open.url("?moved=1"));
        else move(ctx, open, asked);
    }

    private void move(Context ctx, OpenAppointment open, AskedTime asked) {
        try {
            open.move(asked.start().orElseThrow()).orElseThrow(NotFoundResponse::new);
            pages.redirect(ctx, open.url("?moved=1"));
        } catch (BookingRefused refused) {
            switch (refused.reason()) {
                case SLOT_TAKEN -> choose(ctx.status(409), open, asked.itsDay(open.appointment()), open.t().text("gone.time"));
                case TOO_LATE_TO_CANCEL ->
                        open.show(ctx.status(409), Deadlines.tooLate(open.t(), open.appointment(), "move.too_late"));
                default -> throw refused;
            }
        } catch (BookingUnavailable failure) {
            unsettled.show(ctx, open, failure);
        }
    }

    private void choose(Context ctx, OpenAppointment open, AskedTime asked, String notice) {
        var t = open.t();
        var appointment = open.appointment();
        var today = LocalDate.now(clock.withZone(appointment.location().zone()));
        var page = page(appointment, asked, today);
        var calendar = CalendarView.of(t, appointment.location(), page, Optional.of(appointment.start()), asked.links(open));
        // The address bar gets the page's own address, not that of the form that was sent: a reload asks for the times again.
        if (!notice.isEmpty()) ctx.header("HX-Push-Url", open.url(asked.page()));
        open.show(ctx, new Sheet(asked.page(), t.text("move.heading"), open.url(""), notice),
                templates.appointmentNewTime(t, AppointmentFacts.when(t, appointment), what(appointment), calendar));
    }

    /** Whoever asks for no day is shown the one they have, and how it could be earlier or later; when it is full, the first that is free. */
    private CalendarPage page(Appointment appointment, AskedTime asked, LocalDate today) {
        var free = freeTime(appointment);
        if (asked.isEmpty()) {
            var page = CalendarPage.of(free, AskedTime.of(appointment.start()).itsDay(appointment).day(), Optional.empty(), today);
            if (!page.slots().isEmpty()) return page;
        }
        return CalendarPage.of(free, asked.day(), asked.month(), today);
    }

    private void ask(Context ctx, OpenAppointment open, Instant start) {
        var t = open.t();
        var day = AskedTime.of(start).itsDay(open.appointment());
        open.show(ctx, new Sheet("time?to=" + start, t.text("move.question"), open.url(day.page()), ""),
                templates.appointmentNewTimeQuestion(t, NewTimeView.of(open, start)));
    }

    private boolean isFree(Appointment appointment, Instant start) {
        return api.timeSlotsToMove(appointment, LocalDate.ofInstant(start, appointment.location().zone())).stream()
                .anyMatch(slot -> slot.start().equals(start));
    }

    private FreeTime freeTime(Appointment appointment) {
        return new FreeTime() {
            @Override
            public BookingDates dates(LocalDate first, LocalDate last) {
                return api.datesToMove(appointment, first, last);
            }

            @Override
            public List<TimeSlot> timeSlots(LocalDate date) {
                return api.timeSlotsToMove(appointment, date);
            }
        };
    }

    /** {@code Haircut, Beard trim · Anna}. */
    static String what(Appointment appointment) {
        return appointment.what() + " · " + appointment.teamMember().name();
    }
}

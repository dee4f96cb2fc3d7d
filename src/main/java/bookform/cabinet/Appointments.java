package bookform.cabinet;

import bookform.appointment.Again;
import bookform.booking.Appointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.ClientApi;
import bookform.booking.OwnAppointment;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.CalendarFile;
import bookform.web.Incoming;
import bookform.web.Pages;
import gg.jte.Content;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /cabinet/appointments}: what the client has booked. Somebody else's, unknown and deleted ones look the same. */
final class Appointments {
    private final BookingApi api;
    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;
    private final Again again;

    Appointments(BookingApi api, ClientApi clients, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.api = api;
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
        this.again = new Again(api);
    }

    void list(Context ctx, SignedIn client, Visitor visitor) {
        var earlier = Optional.ofNullable(ctx.queryParam("earlier")).filter(text -> text.matches("[0-9]{1,5}")).map(Integer::valueOf);
        var all = clients.appointmentsInDoubtToo(client.token());
        var view = AppointmentsView.of(visitor, all, earlier.orElse(0), clients.offersCalendars(), clock.instant(), assets);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetAppointments(view));
    }

    void show(Context ctx, SignedIn client, Visitor visitor) {
        open(ctx, client, visitor).show(ctx, "");
    }

    /** {@code GET …/again}: to the wizard, with the same choices as far as they hold. */
    void again(Context ctx, SignedIn client, Visitor visitor) {
        var appointment = found(ctx, client).appointment();
        var form = form(visitor, appointment).orElseThrow(NotFoundResponse::new);
        var choices = Stream.of(again.query(appointment), form.chain().isPresent() ? "location=" + appointment.location().id() : "",
                "lang=" + visitor.t().language()).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        pages.redirect(ctx, "/forms/" + form.id() + "?" + choices);
    }

    /** @throws NotFoundResponse for what is not the client's */
    OwnVisit open(Context ctx, SignedIn client, Visitor visitor) {
        return new OwnVisit(this, client, visitor, found(ctx, client));
    }

    /** An appointment itself. */
    void show(Context ctx, Visitor visitor, OwnVisit visit, String notice) {
        var view = AppointmentView.of(visitor, visit, form(visitor, visit.appointment()).isPresent(),
                ctx.queryParam("moved") != null, notice, clock.instant(), assets);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetAppointment(view));
    }

    /** A page about an appointment. */
    void show(Context ctx, Visitor visitor, CabinetFrame frame, Content content) {
        pages.show(ctx, visitor.t(), frame.tabTitle(), templates.cabinetSheet(frame, content));
    }

    ClientApi clients() {
        return clients;
    }

    /** {@code GET …/calendar.ics}. */
    void calendar(Context ctx, SignedIn client, Visitor visitor) {
        ctx.contentType("text/calendar; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .result(CalendarFile.of(found(ctx, client).appointment(), clock.instant()));
    }

    static String url(long location, long appointment) {
        return Next.USUAL + "/" + location + "/" + appointment;
    }

    /** To book through where the appointment is: the form that the visitor came from, else any. */
    private Optional<BookingForm> form(Visitor visitor, Appointment appointment) {
        var location = appointment.location().id();
        return visitor.form().flatMap(api::findBookingForm).filter(form -> form.chain().isPresent() || form.location() == location)
                .or(() -> api.findFormOf(location));
    }

    private OwnAppointment found(Context ctx, SignedIn client) {
        return Incoming.pathId(ctx, "location")
                .flatMap(location -> Incoming.pathId(ctx, "appointment")
                        .flatMap(appointment -> clients.findAppointment(client.token(), location, appointment)))
                .orElseThrow(NotFoundResponse::new);
    }
}

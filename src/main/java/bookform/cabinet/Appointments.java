package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.booking.OwnAppointment;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.CalendarFile;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.Optional;

/** {@code /cabinet/appointments}: what the client has booked. Somebody else's, unknown and deleted ones look the same. */
final class Appointments {
    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    Appointments(ClientApi clients, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    void list(Context ctx, SignedIn client, Visitor visitor) {
        var earlier = Optional.ofNullable(ctx.queryParam("earlier")).filter(text -> text.matches("[0-9]{1,3}")).map(Integer::valueOf);
        var view = AppointmentsView.of(visitor, clients.appointments(client.token()), earlier.orElse(0), clients.offersCalendars(),
                clock.instant(),
                assets);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetAppointments(view));
    }

    void show(Context ctx, SignedIn client, Visitor visitor) {
        var view = AppointmentView.of(visitor, found(ctx, client), clock.instant(), assets);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetAppointment(view));
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

    private OwnAppointment found(Context ctx, SignedIn client) {
        return clients.findAppointment(client.token(), number(ctx, "location"), number(ctx, "appointment"))
                .orElseThrow(NotFoundResponse::new);
    }

    private static long number(Context ctx, String name) {
        var text = ctx.pathParam(name);
        if (!text.matches("[0-9]{1,18}")) throw new NotFoundResponse();
        return Long.parseLong(text);
    }
}

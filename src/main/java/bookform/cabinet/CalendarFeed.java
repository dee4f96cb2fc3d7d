package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.booking.OwnAppointment;
import bookform.templates.Templates;
import bookform.web.CalendarFile;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;

/** {@code /cabinet/calendar}: a secret address that shows all appointments to the client's own calendar. */
final class CalendarFeed {
    static final String URL = "/cabinet/calendar";

    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Clock clock;

    CalendarFeed(ClientApi clients, Pages pages, Templates templates, Clock clock) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.clock = clock;
    }

    void show(Context ctx, SignedIn client, Visitor visitor) {
        requireOffered();
        show(ctx, CalendarFeedView.of(visitor, clients.hasCalendar(client.token()), ""));
    }

    /** {@code POST}: a new address, in place of the one before. This answer is the only one that ever shows it. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        requireOffered();
        show(ctx, CalendarFeedView.of(visitor, true,
                pages.origin(ctx) + URL + "/" + clients.openCalendar(client.token()) + "/appointments.ics"));
    }

    /** {@code POST …/ending}. */
    void end(Context ctx, SignedIn client, Visitor visitor) {
        requireOffered();
        clients.closeCalendar(client.token());
        pages.redirect(ctx, URL);
    }

    /** {@code GET …/{secret}/appointments.ics}: for calendars, which know the secret and nothing else. */
    void read(Context ctx, Visitor visitor) {
        var appointments = clients.calendar(ctx.pathParam("secret")).orElseThrow(NotFoundResponse::new);
        ctx.contentType("text/calendar; charset=utf-8").result(CalendarFile.feed(visitor.t().text("cabinet.heading"),
                appointments.stream().map(OwnAppointment::appointment).toList(), clock.instant()));
    }

    private void show(Context ctx, CalendarFeedView view) {
        pages.show(ctx, view.t(), view.frame().tabTitle(), templates.cabinetCalendarFeed(view));
    }

    /** Where the booking system keeps no clients, there is no such page. */
    private void requireOffered() {
        if (!clients.offersCalendars()) throw new NotFoundResponse();
    }
}

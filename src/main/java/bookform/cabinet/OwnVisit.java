package bookform.cabinet;

import bookform.appointment.OpenAppointment;
import bookform.booking.Appointment;
import bookform.booking.OwnAppointment;
import bookform.web.Texts;
import gg.jte.Content;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** One of the appointments of a client who is signed in. */
final class OwnVisit implements OpenAppointment {
    private final Appointments pages;
    private final SignedIn client;
    private final Visitor visitor;
    private final OwnAppointment own;

    OwnVisit(Appointments pages, SignedIn client, Visitor visitor, OwnAppointment own) {
        this.pages = pages;
        this.client = client;
        this.visitor = visitor;
        this.own = own;
    }

    OwnAppointment own() {
        return own;
    }

    @Override
    public Texts t() {
        return visitor.t();
    }

    @Override
    public Appointment appointment() {
        return own.appointment();
    }

    @Override
    public Optional<Appointment> cancel() {
        return pages.clients().cancel(client.token(), appointment().location().id(), appointment().id());
    }

    @Override
    public Optional<Appointment> move(Instant start) {
        return pages.clients().move(client.token(), appointment().location().id(), appointment().id(), start);
    }

    @Override
    public String url(String page) {
        var url = Appointments.url(appointment().location().id(), appointment().id());
        return url + (page.isEmpty() || page.startsWith("?") ? page : "/" + page);
    }

    @Override
    public void show(Context ctx, Sheet sheet, Content content) {
        pages.show(ctx, visitor, CabinetFrame.inside(visitor, sheet.title(), Next.USUAL, url(sheet.page())).withBack(sheet.back())
                .withNotice(sheet.notice()), content);
    }

    @Override
    public void show(Context ctx, String notice) {
        pages.show(ctx, visitor, this, notice);
    }
}

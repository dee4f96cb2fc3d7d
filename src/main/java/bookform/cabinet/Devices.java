package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.templates.Templates;
import bookform.web.Incoming;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;

/** {@code /cabinet/sessions}: where else the client is signed in, and how that ends. */
final class Devices {
    static final String URL = "/cabinet/sessions";

    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Sessions sessions;
    private final Clock clock;

    Devices(ClientApi clients, Pages pages, Templates templates, Sessions sessions, Clock clock) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.sessions = sessions;
        this.clock = clock;
    }

    void show(Context ctx, SignedIn client, Visitor visitor) {
        var view = DevicesView.of(visitor, clients.sessions(client.token()), clock.instant());
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetDevices(view));
    }

    /** {@code POST …/{session}/ending}. One that has ended already is as good as ended; there is no other client's among the numbers. */
    void end(Context ctx, SignedIn client, Visitor visitor) {
        long id = Incoming.pathId(ctx, "session").orElseThrow(NotFoundResponse::new);
        var own = clients.sessions(client.token()).stream().anyMatch(session -> session.current() && session.id() == id);
        clients.endSession(client.token(), id);
        if (own) sessions.forget(ctx);
        pages.redirect(ctx, own ? SessionPage.URL : URL);
    }

    /** {@code POST …/ending}: everywhere, here too. */
    void endAll(Context ctx, SignedIn client, Visitor visitor) {
        clients.signOutEverywhere(client.token());
        sessions.forget(ctx);
        pages.redirect(ctx, SessionPage.URL);
    }
}

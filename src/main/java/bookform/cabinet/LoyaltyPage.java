package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.booking.Location;
import bookform.booking.Loyalty;
import bookform.templates.Templates;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;

/**
 * {@code /cabinet/loyalty}: cards, memberships and gift cards. A page of its own, so that only who wants to know spends calls of the
 * booking system's on it, and nothing else waits for them.
 */
final class LoyaltyPage {
    static final String URL = "/cabinet/loyalty";

    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;

    LoyaltyPage(ClientApi clients, Pages pages, Templates templates) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
    }

    /** Where the booking system has no such thing, there is no such page. */
    void show(Context ctx, SignedIn client, Visitor visitor) {
        if (!clients.hasLoyalty()) throw new NotFoundResponse();
        var view = LoyaltyView.of(visitor, place(client, visitor).map(place -> clients.loyalty(client.token(), place))
                .orElse(new Loyalty(List.of(), true)));
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetLoyalty(view));
    }

    /** The location that the client came from, else the one where they were, or will be, last. */
    private Optional<Location> place(SignedIn client, Visitor visitor) {
        return visitor.location().or(() -> clients.appointments(client.token()).stream().findFirst()
                .map(own -> own.appointment().location()));
    }
}

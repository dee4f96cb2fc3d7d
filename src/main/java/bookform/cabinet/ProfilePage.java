package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.PersonalDataApi;
import bookform.templates.Templates;
import bookform.web.Pages;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /cabinet/profile}: what clients say of themselves, shown and saved. */
final class ProfilePage {
    static final String URL = "/cabinet/profile";

    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Typed typed;

    ProfilePage(ClientApi clients, Pages pages, Templates templates, Typed typed) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.typed = typed;
    }

    /** Who was signed out with something typed finds it here, and reads that it is not saved. */
    void show(Context ctx, SignedIn client, Visitor visitor) {
        var kept = typed.take(ctx, client);
        show(ctx, client, visitor, kept, Map.of(), kept.isEmpty() ? "" : visitor.t().text("details.expired"));
    }

    /** {@code POST}. */
    void update(Context ctx, SignedIn client, Visitor visitor) {
        var t = visitor.t();
        var form = ProfileForm.from(ctx);
        var errors = form.errors(t);
        if (!errors.isEmpty()) {
            show(ctx.status(422), client, visitor, form.typed(), errors, "");
        } else {
            try {
                clients.changeProfile(client.token(), form.name(),
                        provesEmail() ? clients.profile(client.token()).email() : form.email());
                done(ctx, "details");
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.NAME_MISSING) throw refused;
                show(ctx.status(422), client, visitor, form.typed(), Map.of(), t.text("profile.not_taken"));
            }
        }
    }

    /** {@code GET} of what only takes forms: a reload. */
    void back(Context ctx, Visitor visitor) {
        pages.redirect(ctx, URL);
    }

    /**
     * The page with what went wrong.
     *
     * @param entered what was typed and is not saved, by field
     * @param errors field name to message, the first field first
     * @param notice empty for none
     */
    void show(Context ctx, SignedIn client, Visitor visitor, Map<String, String> entered, Map<String, String> errors, String notice) {
        var view = ProfileView.of(visitor, clients.profile(client.token()), ProfileView.Kept.of(clients, client.token(), visitor.t()),
                entered, errors, done(ctx, visitor.t()), notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetProfile(view));
    }

    /** @param what has changed, as the address says it */
    void done(Context ctx, String what) {
        pages.redirect(ctx, URL + "?done=" + what);
    }

    /** Whether the address has a form of its own. */
    private boolean provesEmail() {
        return clients.personalData().filter(PersonalDataApi::sendsEmail).isPresent();
    }

    private static String done(Context ctx, Texts t) {
        return switch (ctx.queryParam("done")) {
            case "details" -> t.text("profile.saved");
            case "password" -> t.text("profile.password_changed");
            case "email" -> t.text("profile.email_changed");
            case "phone" -> t.text("profile.phone_changed");
            case null, default -> "";
        };
    }
}

package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.Sender;
import bookform.templates.Templates;
import bookform.web.Pages;
import bookform.web.PhoneNumbers;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.Map;
import java.util.OptionalInt;

/** {@code /cabinet/session}: coming in, by a code that a phone was sent or by a password, and going out. Known and unknown people read the same. */
final class SessionPage {
    static final String URL = "/cabinet/session";

    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Sessions sessions;
    private final Next next;
    private final PhoneConfirmations confirmations;

    SessionPage(ClientApi clients, Pages pages, Templates templates, Sessions sessions, Next next, PhoneConfirmations confirmations) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.sessions = sessions;
        this.next = next;
        this.confirmations = confirmations;
    }

    /** {@code GET /cabinet}: to the appointments, by way of signing in. */
    void first(Context ctx, Visitor visitor) {
        if (sessions.find(ctx).isPresent()) pages.redirect(ctx, Next.USUAL);
        else pages.redirect(ctx, URL + visitor.form().map(form -> "?form=" + form).orElse(""));
    }

    /** {@code GET /cabinet/session}. Whoever just signed in comes here, too: only now it can be seen that the browser kept the cookie. */
    void show(Context ctx, Visitor visitor) {
        if (sessions.find(ctx).isPresent()) {
            pages.redirect(ctx, next.safe(ctx.queryParam("next")));
        } else {
            var form = SignInForm.from(ctx, next);
            var erased = ctx.queryParam("erased") == null ? "" : visitor.t().text("erasure.done");
            show(ctx, visitor, form, Map.of(), ctx.queryParam("arrived") == null ? erased : visitor.t().text("sign_in.no_cookie"));
        }
    }

    /** {@code POST /cabinet/session}. */
    void create(Context ctx, Visitor visitor) {
        var form = SignInForm.from(ctx, next);
        if (form.byPassword()) withPassword(ctx, visitor, form);
        else withCode(ctx, visitor, form);
    }

    /** {@code POST /cabinet/session/ending}. */
    void end(Context ctx, SignedIn client, Visitor visitor) {
        clients.signOut(client.token());
        sessions.forget(ctx);
        pages.redirect(ctx, URL);
    }

    private void withCode(Context ctx, Visitor visitor, SignInForm form) {
        var phone = form.phoneNumber(visitor.country());
        if (phone.isEmpty()) {
            show(ctx.status(422), visitor, form, form.errors(visitor), "");
        } else if (form.code().isBlank()) {
            confirmations.show(ctx.status(422), visitor, form, phone.get(), visitor.t().text("sign_in.code_required"), "");
        } else {
            try {
                enter(ctx, visitor, form, clients.signInWithCode(phone.get(), form.code(), sender(ctx)));
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.CODE_WRONG) throw refused;
                confirmations.show(ctx.status(422), visitor, form, phone.get(), wrongCode(visitor.t(), refused.triesLeft()), "");
            }
        }
    }

    private void withPassword(Context ctx, Visitor visitor, SignInForm form) {
        var t = visitor.t();
        if (!form.errors(visitor).isEmpty()) {
            show(ctx.status(422), visitor, form, form.errors(visitor), "");
        } else {
            try {
                var login = PhoneNumbers.parse(form.login(), visitor.country()).orElse(form.login());
                enter(ctx, visitor, form, clients.signInWithPassword(login, form.password(), sender(ctx)));
            } catch (BookingRefused refused) {
                switch (refused.reason()) {
                    case LOGIN_WRONG -> show(ctx.status(422), visitor, form, Map.of(), t.text("sign_in.login_wrong"));
                    case TRIED_TOO_OFTEN -> show(ctx.status(429), visitor, form, Map.of(), t.text("sign_in.tried_too_often"));
                    default -> throw refused;
                }
            }
        }
    }

    /** From here on in the language that the client chose, where they did. */
    private void enter(Context ctx, Visitor visitor, SignInForm form, String token) {
        sessions.begin(ctx, token);
        clients.personalData().flatMap(data -> data.preferences(token).language())
                .ifPresent(language -> Visitors.speak(ctx, visitor, language));
        pages.redirect(ctx, next.signIn(form.next()) + (form.next().equals(Next.USUAL) ? "?" : "&") + "arrived=1");
    }

    private void show(Context ctx, Visitor visitor, SignInForm form, Map<String, String> errors, String notice) {
        var view = SignInView.of(visitor, form, errors, notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetSession(view));
    }

    /** @param triesLeft empty where that is not told */
    static String wrongCode(Texts t, OptionalInt triesLeft) {
        var wrong = t.text("phone_code.wrong");
        if (triesLeft.isEmpty()) return wrong;
        return wrong + " " + (triesLeft.getAsInt() > 0 ? t.plural("sign_in.tries", triesLeft.getAsInt()) : t.text("sign_in.no_tries"));
    }

    static Sender sender(Context ctx) {
        return Sender.of(ctx.ip(), ctx.header("X-Forwarded-For"));
    }
}

package bookform.cabinet;

import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.PhoneCodeRequest;
import bookform.cabinet.SentCodes.SentCode;
import bookform.phones.PhoneNumbers;
import bookform.templates.Templates;
import bookform.web.Incoming;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /cabinet/session}: coming in, by a code that a phone was sent or by a password, and going out. Known and unknown people read the same. */
final class SessionPage {
    static final String URL = "/cabinet/session";
    static final String CODES_URL = "/cabinet/phone-confirmations";

    private final BookingApi api;
    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Sessions sessions;
    private final Next next;
    private final CodePage codes;
    private final SentCodes sent;

    SessionPage(BookingApi api, ClientApi clients, Pages pages, Templates templates, Sessions sessions, Next next, CodePage codes,
            SentCodes sent) {
        this.api = api;
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.sessions = sessions;
        this.next = next;
        this.codes = codes;
        this.sent = sent;
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

    /** {@code POST /cabinet/phone-confirmations}: sends a code to sign in with, and asks for it. */
    void confirm(Context ctx, Visitor visitor) {
        var form = SignInForm.from(ctx, next);
        var t = visitor.t();
        var phone = form.phoneNumber(visitor.country());
        if (phone.isEmpty()) {
            show(ctx.status(422), visitor, form, form.errors(visitor), "");
        } else if (visitor.location().isEmpty()) {
            show(ctx.status(409), visitor, form, Map.of(), t.text("sign_in.no_sender"));
        } else {
            try {
                var request = PhoneCodeRequest.toSignIn(phone.get(), t.locale(), Incoming.sender(ctx));
                codes.send(ctx, visitor, 0, CodeView.toSignIn(visitor, URL, phone.get(), form.next()),
                        () -> api.sendPhoneCode(visitor.location().get().id(), request));
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.PHONE_INVALID) throw refused;
                show(ctx.status(422), visitor, form, Map.of("phone", t.text("sign_in.phone_refused")), "");
            }
        }
    }

    /** {@code GET /cabinet/phone-confirmations}: asks for the code that was sent, as long as it is good for something. */
    void waitForCode(Context ctx, Visitor visitor) {
        var waiting = sent.find(ctx, 0);
        if (waiting.isEmpty() || sessions.find(ctx).isPresent()) {
            pages.redirect(ctx, waiting.map(SentCode::next).orElse(URL));
        } else {
            var view = CodeView.toSignIn(visitor, sent.url(visitor, ctx), waiting.get().to(), waiting.get().next());
            codes.show(ctx, view, waiting.get().again());
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
        } else {
            codes.take(ctx, CodeView.toSignIn(visitor, URL, phone.get(), form.next()),
                    code -> enter(ctx, visitor, form, clients.signInWithCode(phone.get(), code, Incoming.sender(ctx))));
        }
    }

    private void withPassword(Context ctx, Visitor visitor, SignInForm form) {
        var t = visitor.t();
        if (!form.errors(visitor).isEmpty()) {
            show(ctx.status(422), visitor, form, form.errors(visitor), "");
        } else {
            try {
                var login = PhoneNumbers.parse(form.login(), visitor.country()).orElse(form.login());
                enter(ctx, visitor, form, clients.signInWithPassword(login, form.password(), Incoming.sender(ctx)));
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
}

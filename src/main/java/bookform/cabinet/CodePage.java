package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.cabinet.SentCodes.SentCode;
import bookform.templates.Templates;
import bookform.web.CodeWait;
import bookform.web.Incoming;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends codes, asks for them and takes them: to sign in, for another phone or address, to be forgotten. */
final class CodePage {
    private final Pages pages;
    private final Templates templates;
    private final SentCodes sent;
    private final Clock clock;

    CodePage(Pages pages, Templates templates, SentCodes sent, Clock clock) {
        this.pages = pages;
        this.templates = templates;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * Sends a code, and leads to the page that takes it. One sent before is still good when no new one may be sent yet: that page is the
     * place to wait on.
     *
     * @param client who asks for it; 0 for who is not signed in
     */
    void send(Context ctx, Visitor visitor, long client, CodeView view, Supplier<Duration> send) {
        try {
            var again = CodeWait.of(view.t(), send.get(), clock.instant()).until();
            pages.redirect(ctx, sent.url(visitor, view.action().resendUrl(), client,
                    new SentCode(view.sentTo().value(), view.next(), again)));
        } catch (BookingRefused refused) {
            if (refused.reason() != Reason.SENT_TOO_OFTEN) throw refused;
            show(ctx.status(429), view.withNotice(view.t().text("phone_code.sent_too_often")),
                    CodeWait.of(view.t(), refused.waiting().orElse(Duration.ZERO), clock.instant()));
        }
    }

    /** Does what the code that was typed is good for, or asks for it again and says how many tries are left where that is told. */
    void take(Context ctx, CodeView view, Consumer<String> use) {
        var code = Incoming.typed(ctx, "code");
        if (code.isBlank()) {
            showAgain(ctx, view.withError(view.t().text("sign_in.code_required")));
        } else {
            try {
                use.accept(code);
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.CODE_WRONG) throw refused;
                showAgain(ctx, view.withError(wrong(view, refused)));
            }
        }
    }

    /** @param again when another one can be asked for, in milliseconds since 1970; 0 for now */
    void show(Context ctx, CodeView view, long again) {
        show(ctx, view, CodeWait.until(view.t(), again, clock.instant()));
    }

    private void showAgain(Context ctx, CodeView view) {
        show(ctx.status(422), view, CodeWait.typed(view.t(), ctx, clock.instant()));
    }

    private void show(Context ctx, CodeView view, CodeWait wait) {
        pages.show(ctx, view.t(), view.frame().tabTitle(), templates.cabinetPhoneCode(view, wait));
    }

    private static String wrong(CodeView view, BookingRefused refused) {
        var wrong = view.t().text("phone_code.wrong");
        if (refused.triesLeft().isEmpty()) return wrong;
        var left = refused.triesLeft().getAsInt();
        return wrong + " " + (left > 0 ? view.t().plural("sign_in.tries", left) : view.t().text("sign_in.no_tries"));
    }
}

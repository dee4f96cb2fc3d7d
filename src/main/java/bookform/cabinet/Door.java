package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import java.util.Set;

/**
 * Lets in who is signed in. Everybody else signs in first and comes back to where they were going; what they had typed into a form comes
 * along.
 */
final class Door {
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object", "fencedframe");

    private final Visitors visitors;
    private final Sessions sessions;
    private final Typed typed;
    private final Next next;
    private final Unavailable unavailable;
    private final Pages pages;

    /** A page that belongs to a client. */
    interface Page {
        /** @throws BookingRefused SIGNED_OUT when the client is not signed in any more */
        void answer(Context ctx, SignedIn client, Visitor visitor);
    }

    /** A page for everybody. */
    interface OpenPage {
        void answer(Context ctx, Visitor visitor);
    }

    Door(Visitors visitors, Sessions sessions, Typed typed, Next next, Unavailable unavailable, Pages pages) {
        this.visitors = visitors;
        this.sessions = sessions;
        this.typed = typed;
        this.next = next;
        this.unavailable = unavailable;
        this.pages = pages;
    }

    Handler everybody(OpenPage page) {
        return ctx -> {
            refuseFrames(ctx);
            var visitor = visitors.of(ctx);
            try {
                page.answer(ctx, visitor);
            } catch (BookingUnavailable down) {
                unavailable.show(ctx, visitor, down);
            }
        };
    }

    /** A page, or a form that is shown under the address that it is sent to. */
    Handler clients(Page page) {
        return everybody((ctx, visitor) -> admit(ctx, visitor, page, ctx.path()));
    }

    /** @param form the page that shows the form, {@code /cabinet/appointments/{location}/{appointment}} */
    Handler clients(String form, Page page) {
        return everybody((ctx, visitor) -> {
            var shownAt = form;
            for (var part : ctx.pathParamMap().entrySet()) shownAt = shownAt.replace("{" + part.getKey() + "}", part.getValue());
            admit(ctx, visitor, page, shownAt);
        });
    }

    private void admit(Context ctx, Visitor visitor, Page page, String form) {
        var client = sessions.find(ctx);
        var sent = ctx.method().name().equals("POST");
        if (client.isEmpty()) {
            askToSignIn(ctx, form);
        } else {
            try {
                page.answer(ctx, client.get(), visitor);
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.SIGNED_OUT) throw refused;
                sessions.forget(ctx);
                if (sent) typed.keep(ctx, client.get(), form);
                askToSignIn(ctx, form);
            } catch (BookingUnavailable failure) {
                if (!failure.mayBeDone()) throw failure;
                unavailable.showUnsettled(ctx, visitor, failure, form);
            }
        }
    }

    private void askToSignIn(Context ctx, String form) {
        var shownHere = form.equals(ctx.path()) && ctx.queryString() != null;
        pages.redirect(ctx, next.signIn(next.safe(shownHere ? ctx.path() + "?" + ctx.queryString() : form)));
    }

    /** Browsers would not show it there; what is not drawn cannot be laid under anything either (reliability.md H9). */
    private static void refuseFrames(Context ctx) {
        if (FRAMES.contains(String.valueOf(ctx.header("Sec-Fetch-Dest")))) throw new ForbiddenResponse();
    }
}

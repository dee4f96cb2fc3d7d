package bookform.wizard;

import bookform.booking.BookingRefused;
import bookform.booking.FormStep.Kind;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.util.Map;

/**
 * Where a client goes when something does not hold: the step that can mend it, with a sentence that says what happened and everything
 * they typed.
 */
final class Repairs {
    private final Pages pages;
    private final Walks walks;
    private final Map<Kind, Step> steps;

    Repairs(Pages pages, Walks walks, Map<Kind, Step> steps) {
        this.pages = pages;
        this.walks = walks;
        this.steps = steps;
    }

    /** Back to the first step that is open. A reader is sent to its address; what was typed would not survive that, so it is answered at once. */
    void turnBack(Context ctx, Walk walk) {
        var obstacle = walk.obstacle().orElseThrow();
        if (ctx.method().name().equals("POST")) {
            var notice =
                    obstacle.gone() ? gone(walk, obstacle.step()) : walk.t().text("open." + Flow.page(obstacle.step()).replace('-', '_'));
            show(ctx.status(409), walk, obstacle.step(), notice);
        } else {
            var url = walk.url(obstacle.step());
            pages.redirect(ctx, obstacle.gone() ? url + (url.contains("?") ? "&" : "?") + "gone=" + Flow.page(obstacle.step()) : url);
        }
    }

    /** What the booking system refused, at the step that can mend it. */
    void answer(Context ctx, Walk walk, BookingRefused refused) {
        var t = walk.t();
        switch (refused.reason()) {
            case SLOT_TAKEN, NOBODY_FREE, OVERLAPS_ITSELF -> repair(ctx, walk, Kind.TIME, gone(walk, Kind.TIME));
            case SERVICE_GONE, NOTHING_TO_BOOK -> repair(ctx, walk, Kind.SERVICE, gone(walk, Kind.SERVICE));
            case EVENT_GONE -> repair(ctx, walk, Kind.EVENT, t.text("gone.events"));
            case SEATS_TAKEN -> show(ctx.status(409), walk, Kind.EVENT, t.text("event.seats_taken"));
            case TOO_MANY_SEATS -> show(ctx.status(409), walk, Kind.EVENT, t.text("event.too_many_seats"));
            case BLACKLISTED -> show(ctx.status(403), walk, Kind.DETAILS, t.text("refused.blacklisted", "phone", walk.location().phone()));
            case PHONE_INVALID, NAME_MISSING -> show(ctx.status(422), walk, Kind.DETAILS, t.text("refused.details"));
            case KEY_REUSED -> show(ctx.status(409), walk, Kind.DETAILS, t.text("refused.key_reused"));
            case CODE_WRONG, SENT_TOO_OFTEN, TOO_LATE_TO_CANCEL, SIGNED_OUT, LOGIN_WRONG, TRIED_TOO_OFTEN, PASSWORD_LENGTH,
                    PASSWORD_GUESSABLE, REVIEWED_ALREADY ->
                    show(ctx.status(409), walk, Kind.DETAILS, t.text("refused.failed"));
        }
    }

    /** The sentence for a choice that no longer holds. */
    static String gone(Walk walk, Kind step) {
        if (step == Kind.EVENT && walk.selection().has(step)) return walk.t().text("event.seats_taken");
        return walk.t().text("gone." + Flow.page(step).replace('-', '_'));
    }

    /** Looks at the steps before again: one of them may be what really changed. */
    private void repair(Context ctx, Walk walk, Kind step, String notice) {
        var day = walk.startDate();
        var again = walks.onTo(step, walk.withSelection(
                step == Kind.TIME && day.isPresent() ? walk.selection().withDate(day.get()) : walk.selection().without(step)));
        if (again.obstacle().isPresent()) turnBack(ctx, again);
        else show(ctx.status(409), again, step, notice);
    }

    /** The address bar gets the step's own address, not that of the form that was sent: a reload asks for the step again. */
    private void show(Context ctx, Walk walk, Kind step, String notice) {
        ctx.header("HX-Push-Url", walk.url(step));
        steps.get(step).show(ctx, walk, notice);
    }
}

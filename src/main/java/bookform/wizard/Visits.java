package bookform.wizard;

import bookform.booking.BookedAppointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import bookform.booking.FormStep.Kind;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** {@code POST /forms/{form}/visits}: books what was chosen. */
final class Visits {
    private final BookingApi api;
    private final Desk desk;
    private final Pages pages;
    private final Walks walks;
    private final Repairs repairs;
    private final SubmitTokens tokens;
    private final DetailsStep details;
    private final PhoneCodeStep phoneCode;
    private final Checking checking;

    Visits(BookingApi api, Desk desk, Pages pages, Walks walks, Repairs repairs, SubmitTokens tokens, DetailsStep details,
            PhoneCodeStep phoneCode,
            Checking checking) {
        this.api = api;
        this.desk = desk;
        this.pages = pages;
        this.walks = walks;
        this.repairs = repairs;
        this.tokens = tokens;
        this.details = details;
        this.phoneCode = phoneCode;
        this.checking = checking;
    }

    void create(Context ctx) {
        // Not looked at step by step first: a second click must find its own booking, not a slot that is taken, by itself.
        var walk = walks.start(ctx);
        var open = walk.flow().firstOpen(walk.selection());
        var token = String.valueOf(ctx.formParam("token"));
        var key = tokens.key(walk.form().id(), token);
        if (open != Kind.DETAILS) {
            repairs.turnBack(ctx, walk.open(open));
        } else if (key.isEmpty()) {
            askAgain(ctx, walk);
        } else if (ctx.formParam("checking") != null) {
            check(ctx, walk, token, key.get());
        } else if (!details.errors(walk).isEmpty()) {
            lookedAt(ctx, walk).ifPresent(holding -> details.showAgain(ctx.status(422), holding, token, details.errors(walk), ""));
        } else {
            book(ctx, walk, token, key.get());
        }
    }

    private void book(Context ctx, Walk walk, String token, String key) {
        try {
            confirm(ctx, walk, desk.book(walk, Optional.ofNullable(ctx.formParam("code")).filter(text -> !text.isBlank()), key,
                    details.consent(walk)));
        } catch (BookingUnsettled notKnown) {
            checking.show(ctx, walk, token);
        } catch (BookingRefused refused) {
            if (refused.reason() == Reason.CODE_WRONG) askForCodeAgain(ctx, walk, token);
            else lookedAt(ctx, walk, refused);
        }
    }

    /** Asks what has become of the booking, and books nothing. */
    private void check(Context ctx, Walk walk, String token, String key) {
        try {
            var booked = api.findBooked(walk.location().id(), key);
            if (booked.isPresent()) confirm(ctx, walk, booked.get().getFirst());
            else lookedAt(ctx, walk).ifPresent(holding -> details.showAgain(ctx.status(409), holding, token, Map.of(),
                    holding.t().text("checking.not_booked")));
        } catch (BookingUnavailable notKnown) {
            checking.show(ctx, walk, token);
        }
    }

    private void confirm(Context ctx, Walk walk, BookedAppointment booked) {
        pages.redirect(ctx, VisitAddress.of(walk.form(), booked.id(), booked.hash(), walk.selection()).url());
    }

    private void askForCodeAgain(Context ctx, Walk walk, String token) {
        lookedAt(ctx, walk).ifPresent(holding -> phoneCode.showAgain(ctx, holding, token));
    }

    /** A token that is old or not ours: a new one, the same page, everything typed still there. */
    private void askAgain(Context ctx, Walk walk) {
        lookedAt(ctx, walk).ifPresent(holding -> details.showAgain(ctx.status(400), holding, tokens.issue(walk.form().id()), Map.of(),
                holding.t().text("details.expired")));
    }

    /** The way to the details, for its summary; when it does not hold any more, the client is turned back and there is none. */
    private Optional<Walk> lookedAt(Context ctx, Walk walk) {
        var holding = walks.onTo(Kind.DETAILS, walk);
        if (holding.obstacle().isEmpty()) return Optional.of(holding);
        repairs.turnBack(ctx, holding);
        return Optional.empty();
    }

    private void lookedAt(Context ctx, Walk walk, BookingRefused refused) {
        switch (refused.reason()) {
            case SLOT_TAKEN, NOBODY_FREE, OVERLAPS_ITSELF, SERVICE_GONE, NOTHING_TO_BOOK -> repairs.answer(ctx, walk, refused);
            default -> lookedAt(ctx, walk).ifPresent(holding -> repairs.answer(ctx, holding, refused));
        }
    }
}

package bookform.review;

import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.Review;
import bookform.booking.ReviewedVisit;
import bookform.booking.TeamMember;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Languages;
import bookform.web.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;

/** {@code /reviews/{token}}: whoever holds the token says how the visit was, once; what they said stays there. */
public final class ReviewPage {
    private static final int LATEST = 50;

    private final BookingApi api;
    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;

    public ReviewPage(BookingApi api, ClientApi clients, Pages everyPage, Templates templates, Assets assets) {
        this.api = api;
        this.clients = clients;
        this.pages = everyPage.with("review.css");
        this.templates = templates;
        this.assets = assets;
    }

    public void add(RoutesConfig routes) {
        routes.get("/reviews/{token}", this::show);
        routes.post("/reviews/{token}", this::create);
    }

    private void show(Context ctx) {
        show(ctx, found(ctx), ReviewForm.EMPTY, Map.of());
    }

    private void create(Context ctx) {
        var visit = found(ctx);
        var form = ReviewForm.from(ctx);
        var currency = visit.appointment().location().currency();
        var errors = form.errors(visit.takesTips(), currency);
        if (visit.reviewed()) {
            pages.redirect(ctx, url(ctx));
        } else if (!errors.isEmpty()) {
            show(ctx.status(422), visit, form, errors);
        } else {
            keep(ctx, form, visit);
        }
    }

    /** Who was there before is the same client, by a second click: they read what they said. */
    private void keep(Context ctx, ReviewForm form, ReviewedVisit visit) {
        try {
            var kept = clients.review(ctx.pathParam("token"), form.draft(visit.takesTips(), visit.appointment().location().currency()))
                    .orElseThrow(NotFoundResponse::new);
            if (kept.tipUrl().isPresent()) show(ctx, kept, ReviewForm.EMPTY, Map.of());
            else pages.redirect(ctx, url(ctx));
        } catch (BookingRefused refused) {
            if (refused.reason() != Reason.REVIEWED_ALREADY) throw refused;
            pages.redirect(ctx, url(ctx));
        }
    }

    private void show(Context ctx, ReviewedVisit visit, ReviewForm typed, Map<String, String> errors) {
        var t = Languages.choose(ctx);
        var view =
                ReviewView.of(t, url(ctx), visit, member(visit), visit.reviewed() ? said(visit) : Optional.empty(), typed, errors, assets);
        pages.show(ctx.header("Cache-Control", "no-store"), t, view.tabTitle(), templates.reviewReview(view));
    }

    /** With the rating as it is now; as they were at the visit, where they have left since. */
    private TeamMember member(ReviewedVisit visit) {
        var member = visit.appointment().teamMember();
        return api.findTeamMember(visit.appointment().location().id(), member.id()).orElse(member);
    }

    /** What was said of this visit, if it is among the latest of the team member. */
    private Optional<Review> said(ReviewedVisit visit) {
        var appointment = visit.appointment();
        var filter = new Review.Filter(Optional.empty(), Optional.empty(), Optional.of(appointment.teamMember().id()), Optional.empty(), 1,
                LATEST);
        return clients.reviews(appointment.location().id(), filter).stream()
                .filter(review -> review.appointment().filter(id -> id == appointment.id()).isPresent()).findFirst();
    }

    private ReviewedVisit found(Context ctx) {
        return clients.findReviewedVisit(ctx.pathParam("token")).orElseThrow(NotFoundResponse::new);
    }

    private static String url(Context ctx) {
        var language = Optional.ofNullable(ctx.queryParam("lang")).filter(tag -> tag.matches("[A-Za-z-]{2,20}"));
        return "/reviews/" + ctx.pathParam("token") + language.map(tag -> "?lang=" + tag).orElse("");
    }
}

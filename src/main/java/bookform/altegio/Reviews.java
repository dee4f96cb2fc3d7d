package bookform.altegio;

import bookform.altegio.wire.Comment;
import bookform.altegio.wire.ReviewForm;
import bookform.altegio.wire.WireTime;
import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.booking.ReviewedVisit;
import bookform.booking.TeamMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What clients say afterwards (altegio-api.md §5, §6.6). */
final class Reviews {
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_-]{1,200}");

    private final Upstream upstream;
    private final Memory memory;
    private final LongFunction<Optional<Location>> locations;

    Reviews(Upstream upstream, Memory memory, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.memory = memory;
        this.locations = locations;
    }

    Optional<ReviewedVisit> find(String token) {
        if (!TOKEN.matcher(token).matches()) return Optional.empty();
        var call = Call.get("master_record_review", token);
        return upstream.find(call, ReviewForm.class).flatMap(form -> {
            if (form.company() == null || form.master() == null || form.record() == null) throw new Fault(Fault.Kind.GARBLED, call);
            return locations.apply(form.company().id()).map(place -> visit(form, place));
        });
    }

    Optional<ReviewedVisit> review(String token, Draft draft) {
        var found = find(token);
        if (found.isEmpty()) return Optional.empty();
        var call = Call.post("master_record_review", token)
                .body(new ReviewForm.Filled(draft.stars(), draft.text(), draft.tip().map(Money::major).orElse(BigDecimal.ZERO), ""));
        var reply = upstream.send(call);
        if (!reply.isGood()) throw Refusals.ofClient(call, reply, Reason.REVIEWED_ALREADY);
        memory.forget(found.get().appointment().location().id(), Lifetime.TEAM); // the rating follows
        return Optional.of(new ReviewedVisit(found.get().appointment(), true, found.get().takesTips(), tipUrl(reply)));
    }

    /** The address of a page to pay on; none where the answer does not say, or names anything else. */
    private static Optional<String> tipUrl(Reply reply) {
        if (!reply.data().path("charge").path("url").isString()) return Optional.empty();
        return Optional.of(reply.data().path("charge").path("url").asString("")).filter(url -> url.startsWith("https://"));
    }

    List<Review> list(long location, Review.Filter filter) {
        var place = locations.apply(location);
        if (place.isEmpty()) return List.of();
        var zone = place.get().zone();
        var call = Call.get("comments", location).query("page", filter.page()).query("count", filter.count());
        if (filter.from().isPresent()) call = call.query("start_date", LocalDate.ofInstant(filter.from().get(), zone));
        if (filter.to().isPresent()) call = call.query("end_date", LocalDate.ofInstant(filter.to().get().minusSeconds(1), zone));
        if (filter.teamMember().isPresent()) call = call.query("team_member_id", filter.teamMember().get());
        if (filter.stars().isPresent()) call = call.query("rating", filter.stars().get());
        return upstream.list(call, Comment.class).stream().map(comment -> review(comment, place.get())).toList();
    }

    /** @param signedIn makes a call that of the client */
    Optional<Review> reviewTeamMember(UnaryOperator<Call> signedIn, long location, long teamMember, Draft draft) {
        var call = signedIn.apply(Call.post("comments", location, teamMember).body(new Comment.Draft(draft.stars(), draft.text(), "")));
        var reply = upstream.send(call);
        if (reply.isNotThere() || reply.status() == 403) return Optional.empty();
        if (!reply.isGood()) throw Refusals.ofClient(call, reply, Reason.REVIEWED_ALREADY);
        var comment = Reply.read(call, reply.data().isArray() ? reply.data().path(0) : reply.data(), Comment.class);
        return locations.apply(location).map(place -> review(comment, place));
    }

    private static Review review(Comment wire, Location place) {
        return new Review(wire.id(), wire.masterId(), Math.clamp(wire.rating(), 1, Review.MOST_STARS), wire.text(), wire.userName(),
                WireTime.instant(wire.date(), place.zone()).orElse(Instant.EPOCH),
                Optional.of(wire.recordId()).filter(record -> record > 0));
    }

    /** The wire has who, where, when and how much; what was done, and for how long, it does not say. */
    private static ReviewedVisit visit(ReviewForm form, Location place) {
        var master = form.master();
        var member = new TeamMember(master.id(), master.name(), master.specialization(),
                master.position().map(position -> position.title()).orElse(""), Offers.picture(master.avatar()), Optional.empty(),
                Html.NONE,
                false, Optional.empty());
        var paid = new BookedService(0, "", Offers.money(form.record().payedCost(), place.currency()), Duration.ZERO);
        var start = WireTime.instant(form.record().date(), place.zone()).orElse(Instant.EPOCH);
        return new ReviewedVisit(new Appointment(form.record().id(), place, List.of(paid), member, start, Duration.ZERO, "",
                Status.ARRIVED, Optional.empty()), form.reviewSubmitted(), !form.tips().isEmpty(), Optional.empty());
    }
}

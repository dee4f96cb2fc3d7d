package bookform.backend.http;

import bookform.altegio.wire.Comment;
import bookform.altegio.wire.Language;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.ReviewForm;
import bookform.altegio.wire.ReviewForm.AgreementLinks;
import bookform.altegio.wire.ReviewForm.Charge;
import bookform.altegio.wire.ReviewForm.Charged;
import bookform.altegio.wire.ReviewForm.Tongue;
import bookform.altegio.wire.ReviewForm.Visit;
import bookform.altegio.wire.WireTime;
import bookform.booking.Appointment;
import bookform.booking.ClientApi;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import bookform.booking.ReviewedVisit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What clients say afterwards: of a visit, by its short token (altegio-api.md §5), and of a team member (§6.6). */
final class ReviewOperations {
    private static final int LONGEST_TEXT = 2_000;
    private static final int USUAL_PAGE = 20;
    private static final BigDecimal LARGEST_TIP = BigDecimal.valueOf(1_000_000_000);

    private final ClientApi clients;

    ReviewOperations(ClientApi clients) {
        this.clients = clients;
    }

    Answer show(Call call) {
        return Answer.of(form(call, visit(call)));
    }

    /** Nowhere to pay a tip: it is noted. */
    Answer review(Call call) {
        var location = visit(call).appointment().location();
        var body = call.body(ReviewForm.Filled.class);
        clients.review(call.text("token"), new Draft(stars(body.rating()), text(body.text()), tip(body.tipsAmount(), location)))
                .orElseThrow(Refusal::notFound);
        return Answer.of(new Charged(new Charge("")));
    }

    Answer list(Call call) {
        var location = call.location();
        var filter = new Filter(call.date("start_date").map(date -> startOf(date, location)),
                call.date("end_date").map(date -> startOf(date.plusDays(1), location)),
                call.number("team_member_id").or(() -> call.number("staff_id")), call.number("rating").map(ReviewOperations::whole),
                call.number("page").map(ReviewOperations::whole).orElse(1),
                call.number("count").map(ReviewOperations::whole).orElse(USUAL_PAGE));
        return Answer.of(clients.reviews(location.id(), filter).stream().map(review -> comment(location, review)).toList());
    }

    /** A list of one, as documented. */
    Answer comment(Call call) {
        var location = call.location();
        var body = call.body(Comment.Draft.class);
        var draft = new Draft(stars(body.mark()), text(body.text()), Optional.empty());
        return Answer.of(List.of(comment(location, clients.reviewTeamMember(call.user(), location.id(), call.id("staff"), draft)
                .orElseThrow(Refusal::accessDenied))));
    }

    private ReviewedVisit visit(Call call) {
        var visit = clients.findReviewedVisit(call.text("token")).orElseThrow(Refusal::notFound);
        if (!call.partner().maySee(visit.appointment().location().id())) throw Refusal.notFound();
        return visit;
    }

    private static ReviewForm form(Call call, ReviewedVisit visit) {
        var appointment = visit.appointment();
        var location = appointment.location();
        var currency = location.currency();
        return new ReviewForm("", visit.reviewed(), location.title(), master(call, appointment),
                new ReviewForm.Company(location.id(), location.title(), location.logo().map(call::absolute).orElse(""), location.address()),
                List.of(),
                new Visit(appointment.id(), Prices.number(appointment.price()), WireTime.local(appointment.start(), location.zone())),
                new ReviewForm.Currency(currency.getNumericCode(), currency.getCurrencyCode(), currency.getDisplayName(Locale.ENGLISH),
                        currency.getSymbol(Locale.ENGLISH), false),
                new AgreementLinks("", ""), call.language().flatMap(ReviewOperations::tongue));
    }

    private static ReviewForm.Master master(Call call, Appointment appointment) {
        var member = appointment.teamMember();
        var position = Optional.of(member.position()).filter(title -> !title.isBlank())
                .map(title -> new RecordView.Position(People.position(title), title));
        return new ReviewForm.Master(member.id(), member.name(), appointment.location().id(), member.specialization(), People.stars(member),
                member.rating().isPresent() ? 1 : 0, member.photo().map(call::absolute).orElse(""), "forbidden", position);
    }

    private static Optional<Tongue> tongue(Locale locale) {
        return Language.of(locale).map(language -> new Tongue(language.id(), language.code(), locale.getLanguage()));
    }

    private static Comment comment(Location location, Review review) {
        return new Comment(review.id(), location.id(), Comment.OF_TEAM_MEMBER, review.teamMember(), review.text(),
                WireTime.local(review.time(), location.zone()), review.stars(), 0, review.client(), "", review.appointment().orElse(0L));
    }

    private static int stars(int rating) {
        if (rating < 1 || rating > Review.MOST_STARS) throw Refusal.wrong("A rating is 1 to " + Review.MOST_STARS + ".");
        return rating;
    }

    private static String text(String text) {
        if (text.length() > LONGEST_TEXT) throw Refusal.wrong("Too long: text");
        return text.strip();
    }

    /** In major units on the wire; what is too fine for the currency is rounded. */
    private static Optional<Money> tip(BigDecimal amount, Location location) {
        if (amount == null || amount.signum() == 0) return Optional.empty();
        if (amount.signum() < 0 || amount.compareTo(LARGEST_TIP) > 0) throw Refusal.wrong("There is no such amount: tips_amount");
        var digits = Math.max(0, location.currency().getDefaultFractionDigits());
        return Optional.of(Money.of(amount.setScale(digits, RoundingMode.HALF_UP), location.currency()));
    }

    private static Instant startOf(LocalDate date, Location location) {
        return date.atStartOfDay(location.zone()).toInstant();
    }

    private static int whole(long number) {
        return (int) Math.clamp(number, 0, Integer.MAX_VALUE);
    }
}

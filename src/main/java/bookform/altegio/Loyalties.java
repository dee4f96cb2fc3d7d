package bookform.altegio;

import bookform.altegio.wire.LoyaltyCardView;
import bookform.altegio.wire.LoyaltyCardView.Named;
import bookform.altegio.wire.WireTime;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.Location;
import bookform.booking.Loyalty;
import bookform.booking.LoyaltyCard;
import bookform.booking.LoyaltyCard.Kind;
import bookform.booking.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a client holds (altegio-api.md §5): three questions, of which any may fail without the others. Nothing of it is remembered. */
final class Loyalties {
    private static final int UNAUTHORIZED = 401;

    private final Upstream upstream;

    /** Which question, and what its answers are. */
    private record Question(Kind kind, Call call) {}

    Loyalties(Upstream upstream) {
        this.upstream = upstream;
    }

    /**
     * @param signedIn makes a call that of the client
     * @throws BookingRefused SIGNED_OUT
     */
    Loyalty of(UnaryOperator<Call> signedIn, Location location) {
        var questions = new ArrayList<Question>();
        location.chain().ifPresent(chain -> questions.add(new Question(Kind.CARD, Call.get("user/loyalty_cards", chain.id()))));
        questions.add(new Question(Kind.MEMBERSHIP, Call.get("user/loyalty/abonements").query("company_id", location.id())));
        questions.add(new Question(Kind.GIFT_CARD, Call.get("user/loyalty/certificates").query("company_id", location.id())));
        var cards = new ArrayList<LoyaltyCard>();
        var complete = true;
        for (var question : questions) {
            var told = ask(new Question(question.kind, signedIn.apply(question.call)), location);
            told.ifPresent(cards::addAll);
            complete &= told.isPresent();
        }
        return new Loyalty(cards, complete);
    }

    /** Empty when that is not known. Who may not ask, or where there is no such thing, holds nothing. */
    private Optional<List<LoyaltyCard>> ask(Question question, Location location) {
        try {
            var reply = upstream.send(question.call);
            if (reply.status() == UNAUTHORIZED) throw new BookingRefused(Reason.SIGNED_OUT);
            if (!reply.isGood()) return Optional.of(List.of());
            // One card alone is documented bare.
            var told = reply.data().isArray() ? reply.list(question.call, LoyaltyCardView.class)
                    : reply.data().isObject() && !reply.data().isEmpty() ? List.of(reply.read(question.call, LoyaltyCardView.class))
                    : List.<LoyaltyCardView>of();
            return Optional.of(told.stream().map(card -> card(question.kind, card, location)).toList());
        } catch (BookingUnavailable down) {
            return Optional.empty();
        }
    }

    private static LoyaltyCard card(Kind kind, LoyaltyCardView wire, Location location) {
        var balance = kind == Kind.MEMBERSHIP ? Optional.<Money>empty()
                : Optional.of(Offers.money(wire.balance(), location.currency()));
        return new LoyaltyCard(kind, wire.type().map(Named::title).orElse(""), wire.number(), balance, holds(wire), status(wire),
                validUntil(wire, location));
    }

    private static List<String> holds(LoyaltyCardView wire) {
        if (!wire.balanceString().isBlank()) return List.of(wire.balanceString());
        return wire.programs().stream().map(Named::title).filter(title -> !title.isBlank()).toList();
    }

    private static String status(LoyaltyCardView wire) {
        return wire.status().map(status -> status.extendedTitle().isBlank() ? status.title() : status.extendedTitle()).orElse("");
    }

    private static Optional<LocalDate> validUntil(LoyaltyCardView wire, Location location) {
        return WireTime.instant(wire.expirationDate(), location.zone()).map(end -> LocalDate.ofInstant(end, location.zone()));
    }
}

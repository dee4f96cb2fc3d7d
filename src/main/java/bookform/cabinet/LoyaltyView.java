package bookform.cabinet;

import bookform.booking.Loyalty;
import bookform.booking.LoyaltyCard;
import bookform.booking.LoyaltyCard.Kind;
import bookform.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code templates/cabinet/loyalty.jte} prints.
 *
 * @param groups those that hold something
 */
public record LoyaltyView(CabinetFrame frame, List<Group> groups) {
    private static final Map<Kind, String> HEADINGS =
            Map.of(Kind.CARD, "loyalty.cards", Kind.MEMBERSHIP, "loyalty.memberships", Kind.GIFT_CARD, "loyalty.gift_cards");

    /** Cards of one kind. */
    public record Group(String heading, List<Card> cards) {}

    /**
     * One card.
     *
     * @param number empty when it has none, like all of what follows
     * @param until until when it is good, in words
     */
    public record Card(String title, String number, String balance, List<String> holds, String status, String until) {}

    static LoyaltyView of(Visitor visitor, Loyalty loyalty) {
        var t = visitor.t();
        var frame = CabinetFrame.inside(visitor, t.text("loyalty.heading"), LoyaltyPage.URL, LoyaltyPage.URL)
                .withNotice(loyalty.complete() ? "" : t.text("loyalty.unavailable"));
        return new LoyaltyView(frame, Stream.of(Kind.values()).map(kind -> group(t, loyalty, kind))
                .filter(group -> !group.cards().isEmpty()).toList());
    }

    public Texts t() {
        return frame.t();
    }

    private static Group group(Texts t, Loyalty loyalty, Kind kind) {
        return new Group(t.text(HEADINGS.get(kind)),
                loyalty.cards().stream().filter(card -> card.kind() == kind).map(card -> card(t, card)).toList());
    }

    private static Card card(Texts t, LoyaltyCard card) {
        return new Card(card.title(), card.number(), card.balance().map(t::money).orElse(""), card.holds(), card.status(),
                card.validUntil().map(date -> t.text("loyalty.until", "date", t.fullDate(date))).orElse(""));
    }
}

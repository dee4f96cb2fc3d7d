package bookform.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a client holds at a business: a loyalty card, a membership or a gift card.
 *
 * @param number empty when it has none
 * @param balance what is left on it in money; empty for memberships
 * @param holds what else there is to say: what is left of a membership, {@code Yoga (5)}, or the programs of a card
 * @param status how it stands, in the business's words; empty when that is not told
 * @param validUntil the last day; empty for no end
 */
public record LoyaltyCard(Kind kind, String title, String number, Optional<Money> balance, List<String> holds, String status,
        Optional<LocalDate> validUntil) {

    /** What it is. */
    public enum Kind {
        CARD, MEMBERSHIP, GIFT_CARD
    }

    public LoyaltyCard {
        holds = List.copyOf(holds);
    }
}

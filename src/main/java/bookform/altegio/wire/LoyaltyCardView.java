package bookform.altegio.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A loyalty card, a membership or a gift card, as far as its client sees it (§5). Each has some of this.
 *
 * @param balance money on a loyalty or gift card
 * @param balanceString what is left of a membership, in words
 * @param expirationDate empty for no end
 * @param programs what a loyalty card is good for
 */
public record LoyaltyCardView(String number, BigDecimal balance, String balanceString, String expirationDate,
        @EmptyArray Optional<Named> type, @EmptyArray Optional<Named> status, List<Named> programs) {

    /** What something is called. */
    public record Named(String title, String extendedTitle) {}
}

package bookform.booking;

import java.util.List;

/**
 * What a client holds.
 *
 * @param complete false when the booking system told only a part of it
 */
public record Loyalty(List<LoyaltyCard> cards, boolean complete) {
    public Loyalty {
        cards = List.copyOf(cards);
    }
}

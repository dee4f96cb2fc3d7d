package bookform.booking;

import java.util.Currency;

/** What a service costs: from the cheapest to the dearest team member, both included. */
public record PriceRange(Money min, Money max) {
    public PriceRange {
        if (min.compareTo(max) > 0) throw new IllegalArgumentException("A price range starts at its lower end");
    }

    public static PriceRange zero(Currency currency) {
        return new PriceRange(Money.zero(currency), Money.zero(currency));
    }

    public boolean isFixed() {
        return min.equals(max);
    }

    public PriceRange plus(PriceRange other) {
        return new PriceRange(min.plus(other.min), max.plus(other.max));
    }
}

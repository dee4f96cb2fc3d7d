package bookform.booking;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in minor units (cents) of one currency; never negative. */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public Money {
        if (minor < 0) throw new IllegalArgumentException("An amount is not negative: " + minor);
    }

    /** From major units as people write them, {@code 12.5} for €12.50; refuses more decimals than the currency has. */
    public static Money of(BigDecimal major, Currency currency) {
        return new Money(major.movePointRight(digits(currency)).longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** In major units, with the currency's own number of decimals. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minor, other.minor);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

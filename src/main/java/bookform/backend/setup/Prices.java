package bookform.backend.setup;

import bookform.booking.Money;
import bookform.booking.PriceRange;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Prices in a file: {@code 25}, or {@code {min: 25, max: 40}}, in major units. */
final class Prices {
    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000);

    private Prices() {}

    static Optional<PriceRange> read(Node node, Currency currency) {
        if (node.kind() != Node.Kind.OBJECT) return money(node, currency).map(price -> new PriceRange(price, price));
        var fields = new Fields(node);
        var min = fields.require("min").flatMap(value -> money(value, currency));
        var max = fields.require("max").flatMap(value -> money(value, currency));
        fields.end();
        if (min.isEmpty() || max.isEmpty()) return Optional.empty();
        if (min.get().compareTo(max.get()) > 0) {
            node.wrong("min is more than max");
            return Optional.empty();
        }
        return Optional.of(new PriceRange(min.get(), max.get()));
    }

    static Object write(PriceRange price) {
        if (price.isFixed()) return number(price.min());
        var range = new LinkedHashMap<String, Object>();
        range.put("min", number(price.min()));
        range.put("max", number(price.max()));
        return range;
    }

    private static Optional<Money> money(Node node, Currency currency) {
        return node.number(BigDecimal.ZERO, MAX, "").flatMap(amount -> {
            int decimals = Math.max(0, currency.getDefaultFractionDigits());
            if (amount.stripTrailingZeros().scale() <= decimals) return Optional.of(Money.of(amount, currency));
            node.wrong(node.quoted() + " has more decimals than " + currency + " (" + decimals + ")");
            return Optional.empty();
        });
    }

    private static BigDecimal number(Money amount) {
        var number = amount.major().stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}

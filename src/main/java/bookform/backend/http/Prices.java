package bookform.backend.http;

import bookform.booking.Money;
import java.math.BigDecimal;

/** Amounts as numbers: {@code 12} and {@code 12.5}, never {@code 12.00} or {@code 1E+1}. */
final class Prices {
    private Prices() {}

    static BigDecimal number(Money money) {
        return plain(money.major());
    }

    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

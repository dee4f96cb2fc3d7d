package bookform.backend.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;

/** A zone as the wire's older fields tell it: hours east of UTC at some moment, {@code 2}, {@code 5.5}. */
final class Zones {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private Zones() {}

    static BigDecimal hours(ZoneId zone, Instant at) {
        return Prices.plain(BigDecimal.valueOf(zone.getRules().getOffset(at).getTotalSeconds()).divide(HOUR, 2, RoundingMode.HALF_UP));
    }
}

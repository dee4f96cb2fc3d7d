package bookform.backend.http;

import bookform.booking.TeamMember;
import bookform.booking.TeamMember.Rating;
import java.math.BigDecimal;

/** What the wire says of team members in more than one place. */
final class People {
    private People() {}

    static long position(String title) {
        return Numbers.of(title);
    }

    static BigDecimal stars(TeamMember member) {
        return member.rating().map(rating -> Prices.plain(BigDecimal.valueOf(rating.stars()))).orElse(BigDecimal.ZERO);
    }

    static int votes(TeamMember member) {
        return member.rating().map(Rating::votes).orElse(0);
    }
}

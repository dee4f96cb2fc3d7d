package bookform.backend.http;

import bookform.booking.TeamMember;
import bookform.booking.TeamMember.Rating;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What the wire says of team members in more than one place. */
final class People {
    private People() {}

    /** The wire numbers positions; ours have only their titles, so the number is made from that and stays the same as long as it does. */
    static long position(String title) {
        var checksum = new CRC32();
        checksum.update(title.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue() & Integer.MAX_VALUE; // some clients have 32 bits for it
    }

    static BigDecimal stars(TeamMember member) {
        return member.rating().map(rating -> Prices.plain(BigDecimal.valueOf(rating.stars()))).orElse(BigDecimal.ZERO);
    }

    static int votes(TeamMember member) {
        return member.rating().map(Rating::votes).orElse(0);
    }
}

package bookform.booking;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * A place where appointments are kept.
 *
 * @param city its name alone, which the address has, too; empty when it is not told
 * @param country ISO 3166-1 alpha-2; phone numbers without a country code are read as this country's
 * @param cancellation how long before the start a client may still cancel; empty when clients may not cancel at all
 * @param moving how long before the start a client may still move it to another time; empty when clients may not at all
 * @param email whether the details ask for an e-mail address
 * @param smsReminderHours hours before the visit that the reminder is preset to; 0 is none
 * @param chain the chain that it belongs to
 */
public record Location(long id, String title, String address, String city, String phone, ZoneId zone, String country, Currency currency,
        Optional<Coordinates> coordinates, Html description, Optional<String> logo, Optional<Duration> cancellation,
        Optional<Duration> moving, Asked email, boolean anyTeamMember, int smsReminderHours, Optional<Chain> chain) {

    /** One that belongs to no chain, and whose clients may move for as long as they may cancel. */
    public Location(long id, String title, String address, String city, String phone, ZoneId zone, String country, Currency currency,
            Optional<Coordinates> coordinates, Html description, Optional<String> logo, Optional<Duration> cancellation, Asked email,
            boolean anyTeamMember, int smsReminderHours) {
        this(id, title, address, city, phone, zone, country, currency, coordinates, description, logo, cancellation, cancellation, email,
                anyTeamMember, smsReminderHours, Optional.empty());
    }

    /** Degrees, WGS 84. */
    public record Coordinates(double latitude, double longitude) {}

    /** Whether a field of the details is there, and whether it must be filled in. */
    public enum Asked {
        HIDDEN, OPTIONAL, REQUIRED
    }
}

package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Optional;

/**
 * Seats of a group event to be booked (§4.6).
 *
 * @param code from the SMS; empty when none was asked for
 * @param notifyBySms hours before the event; 0 for no reminder
 * @param apiId the caller's own name of it; booked once
 * @param clientsCount seats; 0 when it is missing, which stands for 1
 * @param isPersonalDataProcessingAllowed what the client said to that box; empty when there was none
 * @param isNewsletterAllowed likewise
 */
public record ActivityBooking(@JsonAlias({
        "fulname", "full name", "name"}) String fullname, String phone, String email, String code,
        String comment, int notifyBySms, int notifyByEmail, String apiId, int clientsCount, long bookformId,
        @JsonInclude(Include.NON_ABSENT) Optional<Boolean> isPersonalDataProcessingAllowed,
        @JsonInclude(Include.NON_ABSENT) Optional<Boolean> isNewsletterAllowed) {

    /** The record that was made, and the secret that opens it. */
    public record Booked(long id, String hash) {}
}

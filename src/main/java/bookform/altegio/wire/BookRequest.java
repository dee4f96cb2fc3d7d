package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A visit to be booked (§4.3).
 *
 * @param code from the SMS; empty when none was asked for
 * @param notifyBySms hours before the visit; 0 for no reminder
 * @param customFields of every appointment; those of one alone come before them
 * @param apiId the caller's own name of it; booked once
 * @param isPersonalDataProcessingAllowed what the client said to that box; empty when there was none
 * @param isNewsletterAllowed likewise
 */
public record BookRequest(String phone, @JsonAlias({
        "fulname", "full name", "name"}) String fullname, String email, String code,
        String comment, int notifyBySms, int notifyByEmail, String apiId, long bookformId, List<Appointment> appointments,
        Map<String, Object> customFields, @JsonInclude(Include.NON_ABSENT) Optional<Boolean> isPersonalDataProcessingAllowed,
        @JsonInclude(Include.NON_ABSENT) Optional<Boolean> isNewsletterAllowed) {

    /**
     * One appointment of the visit.
     *
     * @param id the caller's number of it
     * @param staffId 0 for any
     */
    public record Appointment(int id, List<Long> services, long staffId, String datetime, Map<String, Object> customFields) {}

    /** What {@code book_check} asks (§4.2). */
    public record Check(List<Appointment> appointments) {}

    /** What {@code book_code} asks (§4.1); the misspelling is the original's. */
    public record Code(String phone, @JsonAlias({"fullname", "full name"}) String fulname) {}

    /**
     * What is asked to change an appointment (§4.5).
     *
     * @param datetime empty to leave it when it is
     * @param comment empty to leave the one it has
     */
    public record Change(String datetime, Optional<String> comment) {}

    /** One appointment that was booked; the record is documented nowhere, and was seen without the envelope (§4.3). */
    public record Booked(int id, long recordId, String recordHash, @JsonInclude(Include.NON_ABSENT) Optional<RecordView> record) {}
}

package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;

/** What went wrong (§1.5). */
public final class Failure {
    private Failure() {}

    /**
     * One reason.
     *
     * @param code the fine one, 431 to 438, or that of HTTP
     * @param id the caller's number of the appointment that was refused
     */
    @JsonInclude(Include.NON_ABSENT)
    public record Reason(int code, String message, Optional<Integer> id) {}

    /** {@code meta} of an envelope that tells of a failure. */
    @JsonInclude(Include.NON_EMPTY)
    public record Meta(String message, List<Reason> errors) {}

    /** The whole answer when no envelope was asked for. */
    public record Bare(Reason errors, Envelope.Message meta) {}
}

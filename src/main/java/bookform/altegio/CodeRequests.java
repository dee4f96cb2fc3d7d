package bookform.altegio;

import bookform.altegio.wire.BookRequest;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PhoneCodeRequest.Purpose;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks for codes to be sent to phones (altegio-api.md §4.1). The API has one kind of them: what it is for, it does not ask. */
final class CodeRequests {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** After a code that was sent: the API does not say when it sends another one. Ours does only when it refuses. */
    static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final Upstream upstream;

    CodeRequests(Upstream upstream) {
        this.upstream = upstream;
    }

    Duration send(long location, PhoneCodeRequest request) {
        if (request.purposes().stream().anyMatch(Purpose::needsSignIn))
            throw new IllegalArgumentException("Only who is signed in may change their phone");
        if (!PHONE.matcher(request.phone()).matches()) throw new BookingRefused(Reason.PHONE_INVALID);
        var call = Call.post("book_code", location).in(request.language()).body(new BookRequest.Code(request.phone(), ""));
        var reply = upstream.send(call);
        if (!reply.isGood() && !reply.isNotThere()) throw Refusals.ofClient(call, reply, Reason.PHONE_INVALID);
        return USUAL_WAIT;
    }
}

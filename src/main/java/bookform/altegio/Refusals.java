package bookform.altegio;

import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.util.List;

/** What the API refuses, in our words (altegio-api.md §1.5). */
final class Refusals {
    private Refusals() {}

    /**
     * Why a visit was not booked.
     *
     * @param asked what was asked for, numbered from 1
     * @throws Fault when it is about us, not about the visit
     */
    static BookingRefused ofVisit(Call call, Reply reply, List<AppointmentRequest> asked) {
        if (reply.ownCode().isPresent()) return new BookingRefused(own(reply));
        if (reply.isNotThere()) return new BookingRefused(Reason.SERVICE_GONE);
        return switch (reply.code().orElse(reply.status())) {
            case 431, 400 -> new BookingRefused(Reason.PHONE_INVALID); // 400 is any wrong detail; both are mended at the same place
            case 432 -> new BookingRefused(Reason.CODE_WRONG);
            case 433 -> about(Reason.SLOT_TAKEN, reply, asked);
            case 434 -> new BookingRefused(Reason.BLACKLISTED);
            case 435 -> new BookingRefused(Reason.NAME_MISSING);
            case 436 -> new BookingRefused(Reason.NOBODY_FREE);
            case 437 -> about(Reason.OVERLAPS_ITSELF, reply, asked);
            case 438 -> new BookingRefused(Reason.SERVICE_GONE);
            default -> {
                if (reply.status() != 422) throw new Fault(Fault.Kind.TOKEN_REFUSED, call);
                // The original was seen to say this of every time that is gone, in words alone (§1.5).
                yield new BookingRefused(
                        asked.stream().allMatch(one -> one.teamMember().isEmpty()) ? Reason.NOBODY_FREE : Reason.SLOT_TAKEN);
            }
        };
    }

    /** Why seats of an event were not booked. */
    static BookingRefused ofSeats(Call call, Reply reply) {
        var refused = ofVisit(call, reply, List.of());
        return switch (refused.reason()) {
            case SLOT_TAKEN, NOBODY_FREE, OVERLAPS_ITSELF -> new BookingRefused(Reason.SEATS_TAKEN);
            case SERVICE_GONE -> new BookingRefused(Reason.EVENT_GONE);
            default -> refused;
        };
    }

    /** Why an appointment was neither moved nor cancelled. */
    static BookingRefused ofChange(Call call, Reply reply) {
        if (reply.ownCode().isPresent()) return new BookingRefused(own(reply));
        if (call.user().isPresent() && reply.status() == 401) return new BookingRefused(Reason.SIGNED_OUT);
        return switch (reply.status()) {
            case 403 -> new BookingRefused(Reason.TOO_LATE_TO_CANCEL);
            case 400, 409, 422 -> new BookingRefused(call.method().equals("DELETE") ? Reason.TOO_LATE_TO_CANCEL : Reason.SLOT_TAKEN);
            default -> throw new Fault(Fault.Kind.TOKEN_REFUSED, call);
        };
    }

    /**
     * Why a client was not let in, or something of theirs not changed.
     *
     * @param usual what it means when the API does not say, or says it in words alone
     */
    static BookingRefused ofClient(Call call, Reply reply, Reason usual) {
        if (reply.ownCode().isPresent()) return ours(reply);
        return switch (reply.code().orElse(reply.status())) {
            case 431 -> new BookingRefused(Reason.PHONE_INVALID);
            case 432 -> new BookingRefused(Reason.CODE_WRONG);
            case 435 -> new BookingRefused(Reason.NAME_MISSING);
            case 401, 403 -> new BookingRefused(call.user().isPresent() ? Reason.SIGNED_OUT : usual);
            default -> new BookingRefused(usual);
        };
    }

    private static BookingRefused ours(Reply reply) {
        var reason = own(reply);
        return reason == Reason.SENT_TOO_OFTEN ? reply.retryAfter().map(BookingRefused::sentTooOften).orElse(new BookingRefused(reason))
                : new BookingRefused(reason);
    }

    private static Reason own(Reply reply) {
        return switch (reply.ownCode().orElseThrow()) {
            case KEY_REUSED -> Reason.KEY_REUSED;
            case PASSWORD_GUESSABLE -> Reason.PASSWORD_GUESSABLE;
            case REVIEWED_ALREADY -> Reason.REVIEWED_ALREADY;
            case SENT_TOO_OFTEN -> Reason.SENT_TOO_OFTEN;
            case TRIED_TOO_OFTEN -> Reason.TRIED_TOO_OFTEN;
            case TOO_MANY_SEATS -> Reason.TOO_MANY_SEATS;
        };
    }

    private static BookingRefused about(Reason reason, Reply reply, List<AppointmentRequest> asked) {
        var number = reply.appointment().orElse(0);
        return number >= 1 && number <= asked.size() ? new BookingRefused(reason, asked.get(number - 1).id()) : new BookingRefused(reason);
    }
}

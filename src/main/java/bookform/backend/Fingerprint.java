package bookform.backend;

import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask for the same visit, or the same seats. The code, the language and the consent say nothing about what is booked, so they are left out. */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    static String of(VisitRequest visit) {
        var fingerprint = new Fingerprint().add(visit.form()).add(visit.client().name()).add(visit.client().phone())
                .add(visit.client().email()).add(visit.comment()).add(visit.smsReminderHours());
        for (var appointment : visit.appointments()) {
            fingerprint.add(appointment.id()).add(appointment.services()).add(appointment.teamMember()).add(appointment.start());
            if (!appointment.fields().isEmpty()) fingerprint.add(appointment.fields().values());
        }
        return fingerprint.sha256();
    }

    static String of(SeatRequest seats) {
        return new Fingerprint().add("event").add(seats.event()).add(seats.seats()).add(seats.form()).add(seats.client().name())
                .add(seats.client().phone()).add(seats.client().email()).add(seats.comment()).add(seats.smsReminderHours()).sha256();
    }

    /** With its length in front, so that no two lists of parts read the same. */
    private Fingerprint add(Object part) {
        var words = part.toString();
        text.append(words.length()).append(':').append(words);
        return this;
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

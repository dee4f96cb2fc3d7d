package bookform.backend.store;

import bookform.backend.store.ReminderTable.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code message}: what was sent to clients. */
public final class MessageTable {
    /** How long a message is kept where nobody forgets its reader before. */
    public static final Duration KEPT = Duration.ofDays(365);

    private final Sql sql;

    MessageTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A message that went out.
     *
     * @param phone E.164; whose message it is
     * @param location empty when it is about none
     * @param purpose what it was for, in a word
     * @param recipient the phone or address that it went to
     * @param subject empty for a text message
     * @param text empty for one that carried a code
     */
    public record Message(String phone, Optional<Long> location, Kind kind, String purpose, String recipient, String subject, String text) {
        /** One that carried a code, which is told to nobody else. */
        public static Message withCode(String phone, Kind kind, String purpose, String recipient) {
            return new Message(phone, Optional.empty(), kind, purpose, recipient, "", "");
        }

        /** Names no one. */
        @Override
        public String toString() {
            return "Message[" + purpose + "]";
        }
    }

    /** Keeps a message, and forgets those that are old. */
    public void insert(Message message, Instant now) {
        forget(now.minus(KEPT));
        sql.changeSoon(
                "INSERT INTO message (phone, location_id, kind, purpose, recipient, subject, text, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                message.phone, message.location.orElse(null), message.kind.name(), message.purpose, message.recipient, message.subject,
                message.text, now.getEpochSecond());
    }

    /**
     * As {@link #insert}, while its reader is known to us: one who was forgotten while it was on its way stays forgotten. Under
     * {@link Lock#phone}.
     */
    public void insertIfKnown(Message message, Instant now) {
        var known = sql.number("SELECT (SELECT count(*) FROM client WHERE phone = ?) + (SELECT count(*) FROM account WHERE phone = ?)",
                message.phone, message.phone);
        if (known > 0) insert(message, now);
    }

    /** @return how many there were from before a moment */
    public int forget(Instant moment) {
        return sql.change("DELETE FROM message WHERE sent_at <= ?", moment.getEpochSecond());
    }

    /** @return how many there were to a phone, or about it */
    public int delete(String phone) {
        return sql.change("DELETE FROM message WHERE phone = ? OR recipient = ?", phone, phone);
    }
}

package bookform.backend.store;

import bookform.backend.store.ReminderTable.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code message}: what was sent to clients. */
public final class MessageTable {
    /** How long a message is kept where nobody forgets its reader before. */
    public static final Duration KEPT = Duration.ofDays(365);

    /** How long it is kept that a code was sent to a phone by which nobody is known. */
    public static final Duration KEPT_OF_STRANGERS = Duration.ofDays(1);

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

        private Duration kept() {
            return text.isEmpty() ? KEPT_OF_STRANGERS : KEPT;
        }

        /** Names no one. */
        @Override
        public String toString() {
            return "Message[" + purpose + "]";
        }
    }

    /**
     * Keeps a message. Whether anybody is known by its phone makes no difference here: who asks for a code must not find it out by the
     * time that it takes.
     */
    public void insert(Message message, Instant now) {
        sql.changeSoon("""
            INSERT INTO message (phone, location_id, kind, purpose, recipient, subject, text, sent_at, forget_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, message.phone, message.location.orElse(null), message.kind.name(), message.purpose, message.recipient, message.subject,
                message.text, now.getEpochSecond(), now.plus(message.kept()).getEpochSecond());
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

    /** Forgets those that were kept long enough. One with a code is looked at once more, as its phone may have become somebody's. */
    public void forgetDue(Instant now) {
        sql.change("""
            UPDATE message SET forget_at = sent_at + ?
            WHERE forget_at <= ? AND forget_at < sent_at + ? AND (EXISTS (SELECT 1 FROM client WHERE client.phone = message.phone)
                OR EXISTS (SELECT 1 FROM account WHERE account.phone = message.phone))
            """, KEPT.toSeconds(), now.getEpochSecond(), KEPT.toSeconds());
        sql.change("DELETE FROM message WHERE forget_at <= ?", now.getEpochSecond());
    }

    /** @return how many there were from before a moment */
    public int forget(Instant moment) {
        return sql.change("DELETE FROM message WHERE sent_at <= ?", moment.getEpochSecond());
    }

    /** @return how many there were to a phone, or about it */
    public int delete(String phone) {
        return sql.change("DELETE FROM message WHERE phone = ?", phone)
                + sql.change("DELETE FROM message WHERE recipient = ? AND recipient <> phone", phone);
    }
}

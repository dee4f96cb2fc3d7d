package bookform.backend;

import bookform.backend.Outbox.Letter;
import bookform.backend.store.Lock;
import bookform.backend.store.MessageTable.Message;
import bookform.backend.store.ReminderTable.Kind;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What we write to clients, and keep for them to read again: once a gateway has taken it, and only where there is one. Codes go another
 * way, as nobody keeps those.
 */
final class Correspondence {
    private final Store store;
    private final Clock clock;
    private final Outbox outbox;

    enum Purpose {
        BOOKED, REMINDER, REVIEW, PHONE_CHANGED, EMAIL_CHANGED
    }

    /**
     * Who reads it.
     *
     * @param phone E.164; by which they are known, wherever the message goes
     * @param location empty when it is about none
     */
    record Reader(String phone, Optional<Long> location) {}

    /** A mail, and who reads it. */
    record Addressed(Reader reader, Mail mail) {}

    Correspondence(Store store, Clock clock, Outbox outbox) {
        this.store = store;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Whether e-mails go anywhere. */
    boolean sendsMail() {
        return outbox.sendsMail();
    }

    /**
     * Sends a text message, unless too many are waiting.
     *
     * @param done what changes with it, in the transaction that keeps it
     */
    void text(Reader reader, Purpose purpose, String phone, String text, Consumer<Tables> done) {
        outbox.send(phone, text, () -> keep(outbox.sendsSms(), message(reader, Kind.SMS, purpose, phone, "", text), done));
    }

    /** Sends a mail, as {@link #text}. */
    void mail(Reader reader, Purpose purpose, Supplier<Mail> letter, Consumer<Tables> done) {
        outbox.sendIfAny(() -> Optional.of(letter(new Addressed(reader, letter.get()), purpose, done)));
    }

    /** As {@link #mail}, where only the queue finds out whether there is anything to send. */
    void mailIfAny(Purpose purpose, Supplier<Optional<Addressed>> letter) {
        outbox.sendIfAny(() -> letter.get().map(any -> letter(any, purpose, none -> {})));
    }

    private Letter letter(Addressed letter, Purpose purpose, Consumer<Tables> done) {
        var mail = letter.mail;
        return new Letter(mail, () -> keep(outbox.sendsMail(),
                message(letter.reader, Kind.MAIL, purpose, mail.to(), mail.subject(), mail.text()), done));
    }

    private static Message message(Reader reader, Kind kind, Purpose purpose, String recipient, String subject, String text) {
        return new Message(reader.phone, reader.location, kind, purpose.name(), recipient, subject, text);
    }

    private void keep(boolean isOut, Message message, Consumer<Tables> done) {
        store.change(tables -> {
            tables.lock(Lock.phone(message.phone()));
            done.accept(tables);
            if (isOut) tables.messages().insertIfKnown(message, clock.instant());
        });
    }
}

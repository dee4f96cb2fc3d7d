package bookform.backend;

/** Sends e-mails. May take its time: never called while something is being written. */
@FunctionalInterface
public interface MailSender {
    /** @throws RuntimeException when it cannot be sent now */
    void send(Mail mail);

    /** Where no mail server is set up. */
    MailSender NONE = mail -> {};

    /** Hands every mail to both. */
    default MailSender and(MailSender other) {
        return mail -> {
            send(mail);
            other.send(mail);
        };
    }
}

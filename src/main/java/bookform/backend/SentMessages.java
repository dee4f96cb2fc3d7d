package bookform.backend;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last messages instead of sending them, so that the demo and tests can show them. Never for real clients. */
public final class SentMessages implements SmsSender, MailSender {
    private static final int KEPT = 100;

    private final Clock clock;
    private final Deque<Message> messages = new ArrayDeque<>();

    /** How a message would have travelled. */
    public enum Channel {
        SMS, EMAIL
    }

    /**
     * A message that would have been sent.
     *
     * @param to a phone in E.164, or an e-mail address
     */
    public record Message(Instant time, Channel channel, String to, String text) {}

    public SentMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void send(String phone, String text) {
        keep(Channel.SMS, phone, text);
    }

    @Override
    public void send(Mail mail) {
        keep(Channel.EMAIL, mail.to(), mail.subject() + "\n\n" + mail.text());
    }

    public synchronized void keep(Channel channel, String to, String text) {
        if (messages.size() == KEPT) messages.removeLast();
        messages.addFirst(new Message(clock.instant(), channel, to, text));
    }

    /** The last one first. */
    public synchronized List<Message> latest() {
        return List.copyOf(messages);
    }
}

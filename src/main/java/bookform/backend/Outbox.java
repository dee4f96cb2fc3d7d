package bookform.backend;

import bookform.booking.BookingUnavailable;
import bookform.telemetry.CurrentRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages on their way to clients. Whoever books does not wait for them: they queue for a few threads, and a gateway that is slow or
 * down fills the queue and nothing else. What goes wrong is counted, and logged without a word of who the message was for.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int THREADS = 8;
    private static final int WAITING = 1_000;
    private static final int CLOSE_SECONDS = 4;

    private final Executor executor;
    private final Queue<Runnable> queue;
    private final SmsSender sms;
    private final MailSender mail;
    private final MessageCounts sent = new MessageCounts();
    private final MessageCounts failed = new MessageCounts();

    /**
     * A mail that is about to be sent.
     *
     * @param done run when the gateway has taken it
     */
    record Letter(Mail mail, Runnable done) {}

    /** A message in the queue, and since when. */
    private record Waiting(Runnable sending, long since) implements Runnable {
        @Override
        public void run() {
            sending.run();
        }
    }

    private Outbox(Executor executor, Queue<Runnable> queue, SmsSender sms, MailSender mail) {
        this.executor = executor;
        this.queue = queue;
        this.sms = sms;
        this.mail = mail;
    }

    /** Whether text messages go anywhere. */
    boolean sendsSms() {
        return !(sms instanceof LogSmsSender);
    }

    /** Whether e-mails go anywhere. */
    boolean sendsMail() {
        return mail != MailSender.NONE;
    }

    /** For senders that take their time. */
    public static Outbox queued(SmsSender sms, MailSender mail) {
        return queued(sms, mail, WAITING);
    }

    /** @param waiting how many messages may queue */
    static Outbox queued(SmsSender sms, MailSender mail, int waiting) {
        var threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
                Thread.ofVirtual().name("outbox-", 0).factory());
        return new Outbox(threads, threads.getQueue(), sms, mail);
    }

    /** For senders that only remember: what was sent is there at once. */
    public static Outbox direct(SmsSender sms, MailSender mail) {
        return new Outbox(Runnable::run, new ArrayDeque<>(), sms, mail);
    }

    /**
     * @param phone E.164
     * @throws BookingUnavailable when too many are waiting
     */
    void send(String phone, String text) {
        if (!text(phone, text, () -> {})) throw new BookingUnavailable("Too many messages are waiting to be sent");
    }

    /**
     * As {@link #send(String, String)}; when too many are waiting, it is not sent.
     *
     * @param done run when the gateway has taken it
     */
    void send(String phone, String text, Runnable done) {
        text(phone, text, done);
    }

    /** Sends a mail that is yet to be written; when too many are waiting, it is not: nobody depends on a mail. */
    void send(Supplier<Mail> letter) {
        sendIfAny(() -> Optional.of(new Letter(letter.get(), () -> {})));
    }

    /** As {@link #send(Supplier)}, where only the queue finds out whether there is anything to send. */
    void sendIfAny(Supplier<Optional<Letter>> letter) {
        queue(MessageCounts.MAIL, () -> {
            var written = letter.get();
            written.ifPresent(any -> {
                mail.send(any.mail);
                any.done.run();
            });
            return written.isPresent();
        });
    }

    /** How many messages were handed over since the start. */
    public long sent() {
        return sent.sum();
    }

    /** How many messages were lost since the start. */
    public long failed() {
        return failed.sum();
    }

    public Map<String, Long> sentByKind() {
        return sent.byKind();
    }

    public Map<String, Long> failedByKind() {
        return failed.byKind();
    }

    /** How many messages wait. */
    public int waiting() {
        return queue.size();
    }

    /** For how long the oldest of them has waited; none for none. */
    public Duration oldest() {
        return queue.peek() instanceof Waiting first ? Duration.ofNanos(System.nanoTime() - first.since) : Duration.ZERO;
    }

    /** Sends what is waiting, as far as that goes quickly. */
    @Override
    public void close() {
        if (executor instanceof ExecutorService threads) {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) lost(threads.shutdownNow().size());
            } catch (InterruptedException hurry) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lost(int messages) {
        LOG.warn("{} messages were not sent: it was time to stop", messages);
        failed.add(MessageCounts.SMS, messages); // of whichever kind
    }

    private boolean text(String phone, String text, Runnable done) {
        return queue(MessageCounts.SMS, () -> {
            sms.send(phone, text);
            done.run();
            return true;
        });
    }

    /** @param sending returns whether there was anything to send */
    private boolean queue(String kind, BooleanSupplier sending) {
        try {
            executor.execute(new Waiting(CurrentRequest.carried(() -> send(kind, sending)), System.nanoTime()));
            return true;
        } catch (RejectedExecutionException full) {
            failed.add(kind, 1);
            LOG.warn("An {} was not sent: too many are waiting", kind);
            return false;
        }
    }

    /** The failure's own words may hold the address; its kind does not. Ours may be shown. */
    private void send(String kind, BooleanSupplier sending) {
        try {
            if (sending.getAsBoolean()) sent.add(kind, 1);
        } catch (RuntimeException failure) {
            failed.add(kind, 1);
            LOG.warn("An {} was not sent: {}", kind,
                    failure instanceof BookingUnavailable ? failure.getMessage() : failure.getClass().getName());
        }
    }
}

package bookform.backend;

import bookform.booking.BookingUnavailable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
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
    private static final int CLOSE_SECONDS = 10;

    private final Executor executor;
    private final SmsSender sms;
    private final MailSender mail;
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private Outbox(Executor executor, SmsSender sms, MailSender mail) {
        this.executor = executor;
        this.sms = sms;
        this.mail = mail;
    }

    /** For senders that take their time. */
    public static Outbox queued(SmsSender sms, MailSender mail) {
        return queued(sms, mail, WAITING);
    }

    /** @param waiting how many messages may queue */
    static Outbox queued(SmsSender sms, MailSender mail, int waiting) {
        var threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
                Thread.ofVirtual().name("outbox-", 0).factory());
        return new Outbox(threads, sms, mail);
    }

    /** For senders that only remember: what was sent is there at once. */
    public static Outbox direct(SmsSender sms, MailSender mail) {
        return new Outbox(Runnable::run, sms, mail);
    }

    /**
     * @param phone E.164
     * @throws BookingUnavailable when too many are waiting
     */
    void send(String phone, String text) {
        if (!queue("SMS", () -> sms.send(phone, text))) throw new BookingUnavailable("Too many messages are waiting to be sent");
    }

    /** Sends a mail that is yet to be written; when too many are waiting, it is not: nobody depends on a mail. */
    void send(Supplier<Mail> letter) {
        queue("e-mail", () -> mail.send(letter.get()));
    }

    /** How many messages were handed over since the start. */
    public long sent() {
        return sent.sum();
    }

    /** How many messages were lost since the start. */
    public long failed() {
        return failed.sum();
    }

    /** Sends what is waiting, as far as that goes quickly. */
    @Override
    public void close() {
        if (executor instanceof ExecutorService threads) {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) failed.add(threads.shutdownNow().size());
            } catch (InterruptedException hurry) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean queue(String kind, Runnable sending) {
        try {
            executor.execute(() -> send(kind, sending));
            return true;
        } catch (RejectedExecutionException full) {
            failed.increment();
            LOG.warn("An {} was not sent: too many are waiting", kind);
            return false;
        }
    }

    /** The failure's own words may hold the address; its kind does not. Ours may be shown. */
    private void send(String kind, Runnable sending) {
        try {
            sending.run();
            sent.increment();
        } catch (RuntimeException failure) {
            failed.increment();
            LOG.warn("An {} was not sent: {}", kind,
                    failure instanceof BookingUnavailable ? failure.getMessage() : failure.getClass().getName());
        }
    }
}

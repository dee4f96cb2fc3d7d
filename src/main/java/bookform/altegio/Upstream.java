package bookform.altegio;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks, and reads the answer. What cannot be an answer is a {@link Fault}; what the API says, a refusal too, is a {@link Reply}. Every
 * fault is told to the log where it happens, by its kind.
 */
final class Upstream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private static final int TOO_MANY = 429;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final long BETWEEN_ALARMS = Duration.ofMinutes(10).toNanos();

    private final Transport transport;
    private final Patience patience;
    private final Pacer pacer;
    private final Breaker breaker;
    private final Opening opening = new Opening();
    private final Retries retries = new Retries();
    private final AtomicLong lastAlarm = new AtomicLong(System.nanoTime() - BETWEEN_ALARMS);

    Upstream(Transport transport, Patience patience, Pacer pacer, Breaker breaker) {
        this.transport = transport;
        this.patience = patience;
        this.pacer = pacer;
        this.breaker = breaker;
    }

    /**
     * What is asked for, if it is there.
     *
     * @throws Fault when that cannot be known
     */
    <T> Optional<T> find(Call call, Class<T> type) {
        return data(call).map(data -> Reply.read(call, data, type));
    }

    /** As {@link #find}; nothing where there is nothing. */
    <T> List<T> list(Call call, Class<T> type) {
        return data(call).map(data -> data.valueStream().map(one -> Reply.read(call, one, type)).toList()).orElse(List.of());
    }

    /**
     * What the API says to it.
     *
     * @throws Fault when it says nothing that can be understood
     */
    Reply send(Call call) {
        retries.counted();
        for (var again = 0;; again++) {
            var begun = System.nanoTime();
            try {
                return once(call);
            } catch (Fault fault) {
                tell(call, fault, begun);
                if (!retries.again(call, fault, again)) throw fault;
            }
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private Reply once(Call call) {
        breaker.enter(call);
        try {
            var reply = understood(call, opening.send(call, patience.with(call), () -> first(call), () -> other(call)));
            breaker.worked();
            return reply;
        } catch (Fault fault) {
            breaker.failed(fault.kind());
            throw fault;
        } catch (RuntimeException notTheirs) {
            breaker.failed(Fault.Kind.BUSY);
            throw notTheirs;
        }
    }

    /** Nobody knows when it arrives over there, so it counts until it is over. */
    private HttpResponse<byte[]> first(Call call) {
        var turn = pacer.await(call, patience.with(call));
        try {
            return transport.send(call, patience.with(call));
        } finally {
            pacer.arrived(turn);
        }
    }

    private HttpResponse<byte[]> other(Call call) {
        pacer.await(call, patience.with(call));
        return transport.send(call, patience.with(call));
    }

    private Reply understood(Call call, HttpResponse<byte[]> answer) {
        switch (answer.statusCode() / 100) {
            case 2, 4 -> {}
            case 3 -> throw new Fault(Fault.Kind.REDIRECTED, call);
            default -> throw new Fault(Fault.Kind.FAILED, call);
        }
        var reply = reply(call, answer);
        if (answer.statusCode() != TOO_MANY || reply.filter(known -> known.ownCode().isPresent()).isPresent())
            return reply.orElseThrow(() -> new Fault(answer.statusCode() == 403 ? Fault.Kind.BLOCKED : Fault.Kind.GARBLED, call));
        pacer.pause(retryAfter(answer));
        throw new Fault(Fault.Kind.LIMITED, call);
    }

    private static Optional<Reply> reply(Call call, HttpResponse<byte[]> answer) {
        try {
            return Optional.of(Reply.of(answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body()));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** Seconds, as far as they make sense; a date is read as the usual pause. */
    private static Duration retryAfter(HttpResponse<?> answer) {
        var after = answer.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(USUAL_PAUSE);
        return after.compareTo(LONGEST_PAUSE) < 0 ? after : LONGEST_PAUSE;
    }

    /** The token that is refused is an alarm, once in a while; it concerns every call, and nobody but the owner can help. */
    private void tell(Call call, Fault fault, long begun) {
        var millis = (System.nanoTime() - begun) / 1_000_000;
        switch (fault.kind()) {
            case RESTING, BUSY -> LOG.debug("Altegio: {} was not sent: {}", call, fault.kind());
            default -> LOG.warn("Altegio: {} failed: {} after {} ms", call, fault.kind(), millis);
        }
    }

    private void alarm() {
        var last = lastAlarm.get();
        if (System.nanoTime() - last >= BETWEEN_ALARMS && lastAlarm.compareAndSet(last, System.nanoTime()))
            LOG.error("Altegio refuses our partner token: see BOOKFORM_ALTEGIO_TOKEN");
    }

    /** Nothing is there for a question that makes no sense over there, such as one about a service that is gone. */
    private Optional<JsonNode> data(Call call) {
        var reply = send(call);
        return switch (reply.status()) {
            case 400, 404, 422 -> Optional.empty();
            default -> {
                if (!reply.isGood()) {
                    alarm();
                    throw new Fault(Fault.Kind.TOKEN_REFUSED, call);
                }
                yield Optional.of(reply.data());
            }
        };
    }
}

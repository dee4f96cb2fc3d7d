package bookform.altegio;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks, and reads the answer. What cannot be an answer is a {@link Fault}; what the API says, a refusal too, is a {@link Reply}. */
final class Upstream implements AutoCloseable {
    private static final int TOO_MANY = 429;

    private final Transport transport;
    private final Patience patience;

    Upstream(Transport transport, Patience patience) {
        this.transport = transport;
        this.patience = patience;
    }

    /**
     * What is asked for, if it is there.
     *
     * @throws Fault when that cannot be known
     */
    <T> Optional<T> find(Call call, Class<T> type) {
        return data(call).map(data -> read(call, data, type));
    }

    /** As {@link #find}; nothing where there is nothing. */
    <T> List<T> list(Call call, Class<T> type) {
        return data(call).map(data -> data.valueStream().map(one -> read(call, one, type)).toList()).orElse(List.of());
    }

    /** What the API says to it. */
    Reply send(Call call) {
        var answer = transport.send(call, patience.with(call));
        var kind = kind(answer);
        if (kind.isPresent()) throw new Fault(kind.get(), call);
        var reply = reply(call, answer);
        if (reply.status() == TOO_MANY && reply.ownCode().isEmpty()) throw new Fault(Fault.Kind.LIMITED, call);
        return reply;
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Nothing is there for a question that makes no sense over there, such as one about a service that is gone. */
    private Optional<JsonNode> data(Call call) {
        var reply = send(call);
        return switch (reply.status()) {
            case 400, 404, 422 -> Optional.empty();
            default -> {
                if (!reply.isGood()) throw new Fault(Fault.Kind.TOKEN_REFUSED, call);
                yield Optional.of(reply.data());
            }
        };
    }

    private static Optional<Fault.Kind> kind(HttpResponse<byte[]> answer) {
        return Optional.ofNullable(switch (answer.statusCode() / 100) {
            case 2 -> null;
            case 3 -> Fault.Kind.REDIRECTED;
            case 4 -> null;
            default -> Fault.Kind.FAILED;
        });
    }

    private static Reply reply(Call call, HttpResponse<byte[]> answer) {
        try {
            return Reply.of(answer.statusCode(), answer.body());
        } catch (JacksonException noJson) {
            if (answer.statusCode() == TOO_MANY) throw new Fault(Fault.Kind.LIMITED, call);
            throw new Fault(answer.statusCode() == 403 ? Fault.Kind.BLOCKED : Fault.Kind.GARBLED, call);
        }
    }

    private static <T> T read(Call call, JsonNode data, Class<T> type) {
        try {
            return Reply.read(data, type);
        } catch (JacksonException unknown) {
            throw new Fault(Fault.Kind.GARBLED, call);
        }
    }
}

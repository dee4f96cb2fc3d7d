package bookform.altegio;

import bookform.altegio.wire.OwnCode;
import bookform.altegio.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back, in whichever of the API's formats (altegio-api.md §1.4, §1.5): in an envelope or bare, refused in {@code meta.errors},
 * in {@code errors}, in both, or with nothing but a status.
 *
 * @param status of HTTP; 422 for what says {@code "success": false} under a status that says otherwise
 * @param data missing when there is none
 * @param code the fine one; empty when there is none
 * @param appointment the number that we gave to the appointment that was refused
 * @param retryAfter when trying again makes sense; empty where that is not said
 */
record Reply(int status, JsonNode data, OptionalInt code, OptionalInt appointment, Optional<Duration> retryAfter) {
    private static final int REFUSED = 422;

    /** @throws JacksonException when it is no JSON */
    static Reply of(int status, Optional<String> retryAfter, byte[] body) {
        var json = isBlank(body) ? MissingNode.getInstance() : WireJson.answers().readTree(body);
        var reason = reason(json);
        var failed = json.path("success").isBoolean() && !json.path("success").asBoolean();
        return new Reply(status / 100 == 2 && failed ? REFUSED : status, data(json), number(reason.path("code")),
                number(reason.path("id")),
                retryAfter.filter(text -> text.matches("[0-9]{1,6}")).map(Long::valueOf).map(Duration::ofSeconds));
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    boolean isNotThere() {
        return status == 404;
    }

    Optional<OwnCode> ownCode() {
        return code.isPresent() ? OwnCode.of(code.getAsInt()) : Optional.empty();
    }

    /** @throws Fault when it is something else */
    <T> T read(Call call, Class<T> type) {
        return read(call, data, type);
    }

    /**
     * One record; what is empty or not there at all is one without any of its fields.
     *
     * @throws Fault when it is something else
     */
    static <T> T read(Call call, JsonNode data, Class<T> type) {
        var empty = data.isMissingNode() || data.isNull() || data.isContainer() && data.isEmpty()
                || data.isString() && data.stringValue().isBlank();
        try {
            return WireJson.answers().treeToValue(empty ? WireJson.answers().createObjectNode() : data, type);
        } catch (JacksonException other) {
            throw new Fault(Fault.Kind.GARBLED, call);
        }
    }

    /** As {@link #read}, of each in a list. */
    <T> List<T> list(Call call, Class<T> type) {
        return data.valueStream().map(one -> read(call, one, type)).toList();
    }

    private static boolean isBlank(byte[] body) {
        for (var character : body) {
            if (!Character.isWhitespace(character)) return false;
        }
        return true;
    }

    private static JsonNode data(JsonNode json) {
        var enveloped = json.isObject() && json.has("success") && (json.has("data") || json.has("meta"));
        var data = enveloped ? json.path("data") : json;
        return data.isNull() ? MissingNode.getInstance() : data;
    }

    /** The first of them that has a code: one of the mixed answers has an empty object in front. */
    private static JsonNode reason(JsonNode json) {
        var first = json.path("meta").path("errors").path(0);
        return first.has("code") ? first : json.path("errors");
    }

    private static OptionalInt number(JsonNode node) {
        try {
            return node.isIntegralNumber() ? OptionalInt.of(node.intValue())
                    : node.isString() ? OptionalInt.of(Integer.parseInt(node.stringValue().strip())) : OptionalInt.empty();
        } catch (JacksonException | NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }
}

package bookform.backend.http;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API's table of contents. An address is a path and, after "?", the names of the query's parameters. */
final class Operations {
    private final List<Operation> operations = new ArrayList<>();

    Operations get(String address, Shape shape, Endpoint endpoint) {
        return add(HandlerType.GET, address, Optional.empty(), shape, endpoint);
    }

    Operations delete(String address, Shape shape, Endpoint endpoint) {
        return add(HandlerType.DELETE, address, Optional.empty(), shape, endpoint);
    }

    Operations post(String address, Class<?> body, Shape shape, Endpoint endpoint) {
        return add(HandlerType.POST, address, Optional.of(body), shape, endpoint);
    }

    Operations put(String address, Class<?> body, Shape shape, Endpoint endpoint) {
        return add(HandlerType.PUT, address, Optional.of(body), shape, endpoint);
    }

    List<Operation> all() {
        return List.copyOf(operations);
    }

    private Operations add(HandlerType method, String address, Optional<Class<?>> body, Shape shape, Endpoint endpoint) {
        var parts = address.split("\\?");
        var query = parts.length == 1 ? List.<String>of() : List.of(parts[1].split("&"));
        operations.add(new Operation(method, parts[0], query, body, shape, endpoint));
        return this;
    }
}

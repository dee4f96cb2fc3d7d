package bookform.backend.http;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API's table of contents. */
final class Operations {
    private final List<Operation> operations = new ArrayList<>();

    Operations get(String path, Shape shape, Endpoint endpoint) {
        return add(HandlerType.GET, path, Optional.empty(), shape, endpoint);
    }

    Operations delete(String path, Shape shape, Endpoint endpoint) {
        return add(HandlerType.DELETE, path, Optional.empty(), shape, endpoint);
    }

    Operations post(String path, Class<?> body, Shape shape, Endpoint endpoint) {
        return add(HandlerType.POST, path, Optional.of(body), shape, endpoint);
    }

    Operations put(String path, Class<?> body, Shape shape, Endpoint endpoint) {
        return add(HandlerType.PUT, path, Optional.of(body), shape, endpoint);
    }

    List<Operation> all() {
        return List.copyOf(operations);
    }

    private Operations add(HandlerType method, String path, Optional<Class<?>> body, Shape shape, Endpoint endpoint) {
        operations.add(new Operation(method, path, body, shape, endpoint));
        return this;
    }
}

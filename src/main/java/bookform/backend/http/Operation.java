package bookform.backend.http;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of the API's table of contents.
 *
 * @param path below {@code /api/v1}
 * @param query names of parameters that it reads
 * @param body what it reads; empty when it reads none
 */
record Operation(HandlerType method, String path, List<String> query, Optional<Class<?>> body, Shape shape, Endpoint endpoint) {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    /** Names of them; what is read can be asked about, too. */
    List<String> methods() {
        return method == HandlerType.GET ? List.of("GET", "HEAD") : List.of(method.name());
    }

    /** Whether an address, with or without a slash at its end, is this one's, whatever the method. */
    boolean isAt(String address) {
        var pattern = RestApi.PATH + PLACE.matcher(path).replaceAll("[^/]+");
        return address.matches(pattern + "/?");
    }
}

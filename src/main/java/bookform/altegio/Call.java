package bookform.altegio;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * One call of the API, as it will be sent. Two that would be answered alike are equal.
 *
 * @param operation what the log calls it: the address without what may tell of a person
 * @param path with its query
 * @param body what is sent as JSON
 * @param language of texts in the answer, and of messages to the client
 * @param user the token of the client who is signed in
 */
record Call(String operation, String method, String path, Optional<Object> body, Optional<Locale> language, Optional<String> user) {
    static Call get(String operation, Object... parts) {
        return of("GET", operation, parts);
    }

    static Call post(String operation, Object... parts) {
        return of("POST", operation, parts);
    }

    static Call put(String operation, Object... parts) {
        return of("PUT", operation, parts);
    }

    static Call delete(String operation, Object... parts) {
        return of("DELETE", operation, parts);
    }

    private static Call of(String method, String operation, Object... parts) {
        var path = new StringBuilder("/" + operation);
        for (var part : parts) path.append('/').append(encoded(part));
        return new Call(operation, method, path.toString(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Call query(String name, Object value) {
        var query = (path.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value);
        return new Call(operation, method, path + query, body, language, user);
    }

    /** {@code service_ids[]=1&service_ids[]=2}, the one way of writing it that every version understands. */
    Call services(Collection<Long> services) {
        return list("service_ids", services);
    }

    Call list(String name, Collection<Long> values) {
        var call = this;
        for (var value : values) call = call.query(name + "[]", value);
        return call;
    }

    /** Called something else in the log. */
    Call named(String operation) {
        return new Call(operation, method, path, body, language, user);
    }

    Call body(Object body) {
        return new Call(operation, method, path, Optional.of(body), language, user);
    }

    Call in(Locale language) {
        return new Call(operation, method, path, body, Optional.of(language), user);
    }

    Call by(String user) {
        return new Call(operation, method, path, body, language, Optional.of(user));
    }

    /** Whether it may be repeated, and its answer kept, without anything happening twice. */
    boolean isRead() {
        return method.equals("GET");
    }

    URI at(AltegioAccount account) {
        return URI.create(account.url() + path);
    }

    /** Without what may tell of a person. */
    @Override
    public String toString() {
        return method + " " + operation;
    }

    private static String encoded(Object part) {
        return URLEncoder.encode(part.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}

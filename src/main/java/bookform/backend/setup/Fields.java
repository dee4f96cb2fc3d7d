package bookform.backend.setup;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of one object. It remembers what it was asked for: in the end, every other key is a mistake. */
final class Fields {
    private final Node object;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Node object) {
        this.object = object;
    }

    Findings findings() {
        return object.findings();
    }

    /** Says that something is wrong with the object as a whole. */
    void wrong(String words) {
        object.wrong(words);
    }

    /** The value under a key; empty when it is not there, or null. */
    Optional<Node> find(String key) {
        known.add(key);
        return object.child(key).filter(node -> node.kind() != Node.Kind.NOTHING);
    }

    /** The key of a value that is nothing, as YAML reads {@code accent: #0e665a}. */
    Optional<Node> findNothing(String key) {
        return object.child(key).filter(node -> node.kind() == Node.Kind.NOTHING);
    }

    /** The value under either of two names for the same thing. */
    Optional<Node> find(String key, String alias) {
        var value = find(key);
        var other = find(alias);
        if (value.isPresent() && other.isPresent()) other.get().wrong("says the same as " + key + "; keep one of them");
        return value.or(() -> other);
    }

    /** The value under a key that must be there. */
    Optional<Node> require(String key) {
        var value = find(key);
        if (value.isEmpty()) object.wrong(key + " is missing");
        return value;
    }

    /** A heading or a name; it must be there and not be empty. */
    String title(String key, String alias) {
        var title = find(key, alias);
        if (title.isEmpty()) wrong(key + " is missing");
        var text = title.flatMap(Node::text).orElse("");
        if (title.isPresent() && text.isEmpty()) title.get().wrong("must not be empty");
        return text;
    }

    String text(String key) {
        return find(key).flatMap(Node::text).orElse("");
    }

    boolean truth(String key, boolean usual) {
        return find(key).flatMap(Node::truth).orElse(usual);
    }

    int whole(String key, int min, int max, int usual) {
        return find(key).flatMap(node -> node.whole(min, max, "")).map(Math::toIntExact).orElse(usual);
    }

    /** A number that must be there; limits are included. */
    double number(String key, int min, int max) {
        return require(key).flatMap(node -> node.number(BigDecimal.valueOf(min), BigDecimal.valueOf(max), ""))
                .map(BigDecimal::doubleValue).orElse(0.0);
    }

    /** The address of a picture: a path on this server, or one on the web. */
    Optional<String> picture(String key) {
        var address = find(key).flatMap(Node::text).filter(text -> !text.isEmpty());
        address.filter(text -> !text.matches("(?s)(https?://|/)\\S*"))
                .ifPresent(_ -> find(key).orElseThrow().wrong("must begin with https:// or / and hold no spaces"));
        return address;
    }

    /** One of several words, such as the names of an enum in camel case. */
    <T> T oneOf(String key, Map<String, T> words, T usual) {
        return find(key).flatMap(node -> node.text().flatMap(word -> {
            var value = Optional.ofNullable(words.get(word));
            if (value.isEmpty()) node.wrong(node.quoted() + " is not known; say one of " + String.join(", ", words.keySet()));
            return value;
        })).orElse(usual);
    }

    /** The words for the values of an enum: {@code NO_SHOW} is said as {@code noShow}. */
    static <T extends Enum<T>> Map<String, T> words(T[] values) {
        return List.of(values).stream().collect(Collectors.toMap(Fields::word, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    static String word(Enum<?> value) {
        var word = new StringBuilder();
        for (var part : value.name().split("_")) {
            word.append(word.isEmpty() ? Character.toLowerCase(part.charAt(0)) : part.charAt(0));
            part.substring(1).chars().map(Character::toLowerCase).forEach(word::appendCodePoint);
        }
        return word.toString();
    }

    List<Node> list(String key) {
        return find(key).flatMap(Node::list).orElse(List.of());
    }

    /** The object under a key; one without fields when it is not there. */
    Fields object(String key) {
        return find(key).flatMap(Node::object)
                .orElseGet(() -> new Fields(new Node(findings(), object, key, 0, object.line(), Node.Kind.OBJECT, "")));
    }

    /** To be called once all was read: whatever was never asked for is a mistake. */
    void end() {
        for (var child : object.children()) {
            if (known.contains(child.key())) continue;
            var meant = findings().isFull() ? Optional.<String>empty() : Spelling.nearest(child.key(), known);
            child.wrong("unknown" + meant.map(key -> "; did you mean " + key + "?").orElse(""));
        }
    }
}

package bookform.backend.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Our sentences under the keys of the original widget (altegio-api.md §2.2), as far as both have them: which is which is in
 * {@code rest/widget-texts.properties}. Places such as {@code {name}} become {@code <%- name %>}.
 */
final class WidgetTexts {
    private static final String FILE = "/rest/widget-texts.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Function<Locale, Map<String, String>> texts;
    private final Map<String, String> ours = load();
    private final Map<Locale, Map<String, Object>> built = new ConcurrentHashMap<>();

    /** @param texts our sentences by language and key; in English for languages that we do not speak */
    WidgetTexts(Function<Locale, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** Objects within objects, and texts; empty for a language that we do not speak. */
    Optional<Map<String, Object>> in(Locale language) {
        var spoken = language.getLanguage().equals("en") || !texts.apply(language).equals(texts.apply(Locale.ENGLISH));
        return spoken ? Optional.of(built.computeIfAbsent(language, this::build)) : Optional.empty();
    }

    private Map<String, Object> build(Locale language) {
        var sentences = texts.apply(language);
        var all = new TreeMap<String, Object>();
        ours.forEach((path, key) -> {
            if (sentences.containsKey(key)) put(all, path, PLACE.matcher(sentences.get(key)).replaceAll("<%- $1 %>"));
        });
        return all;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> group, String path, String text) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            group.put(path, text);
        } else {
            var inner = (Map<String, Object>) group.computeIfAbsent(path.substring(0, dot), name -> new TreeMap<>());
            put(inner, path.substring(dot + 1), text);
        }
    }

    private static Map<String, String> load() {
        try (var in = new InputStreamReader(WidgetTexts.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            var keys = new TreeMap<String, String>();
            properties.forEach((path, key) -> keys.put((String) path, (String) key));
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

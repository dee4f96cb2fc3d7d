package bookform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** {@code messages/<language>.properties}, in UTF-8. */
final class MessageFile {
    private MessageFile() {}

    /**
     * Every message by its key.
     *
     * @throws IllegalStateException when there is none for the language
     */
    static Map<String, String> read(String language) {
        var messages = new HashMap<String, String>();
        properties(language).forEach((key, value) -> messages.put((String) key, Typography.of(language, (String) value)));
        return Map.copyOf(messages);
    }

    /** The messages of these keys; no others are worked on. */
    static List<String> read(String language, String... keys) {
        var properties = properties(language);
        return Stream.of(keys).map(key -> Typography.of(language, properties.getProperty(key))).toList();
    }

    private static Properties properties(String language) {
        var name = "/messages/" + language + ".properties";
        try (var in = MessageFile.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

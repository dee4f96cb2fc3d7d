package bookform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** {@code messages/<language>.properties}, in UTF-8. */
final class MessageFile {
    private MessageFile() {}

    /**
     * Every message by its key.
     *
     * @throws IllegalStateException when there is none for the language
     */
    static Map<String, String> read(String language) {
        var name = "/messages/" + language + ".properties";
        try (var in = MessageFile.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var messages = new HashMap<String, String>();
            properties.forEach((key, value) -> messages.put((String) key, Typography.of(language, (String) value)));
            return Map.copyOf(messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

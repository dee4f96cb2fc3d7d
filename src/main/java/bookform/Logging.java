package bookform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** One line an event, to standard error; libraries speak up only when something is wrong. */
final class Logging {
    private Logging() {}

    static void configure() {
        try (var settings = Logging.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

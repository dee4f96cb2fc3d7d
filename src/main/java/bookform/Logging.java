package bookform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** One line an event, to standard error; libraries speak up only when something is wrong. */
final class Logging {
    private Logging() {}

    static void configure() {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        try (var settings = Logging.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (LogManager.getLogManager() instanceof LastingLogManager ours) ours.last(); // not where somebody else was there first
    }
}

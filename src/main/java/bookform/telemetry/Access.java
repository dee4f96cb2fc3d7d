package bookform.telemetry;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * One request that was answered, as the log tells it: by its route, never by its path.
 *
 * @param bytes of the body
 */
public record Access(String method, String route, int status, double millis, long bytes) {
    /** The logger's name, for whoever wants to silence it. */
    public static final String LOGGER = "bookform.access";

    private static final Logger LOG = Logger.getLogger(LOGGER);

    public void log() {
        if (!LOG.isLoggable(Level.INFO)) return;
        var line = new LogRecord(Level.INFO, "");
        line.setLoggerName(LOGGER);
        line.setParameters(new Object[] {this});
        LOG.log(line);
    }

    @Override
    public String toString() {
        return method + " " + route + " " + status + " " + shownMillis() + " ms " + bytes + " B";
    }

    String fields() {
        return "\"method\":\"" + method + "\",\"route\":\"" + LogFormat.escaped(route) + "\",\"status\":" + status + ",\"ms\":"
                + shownMillis() + ",\"bytes\":" + bytes;
    }

    private String shownMillis() {
        var tenths = Math.round(millis * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}

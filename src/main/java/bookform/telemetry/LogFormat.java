package bookform.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One event, one line: for people, or as JSON. Whoever logs says nothing personal; should a library do so, in the words of an exception,
 * say, what looks like a phone, an address or a secret is struck out here.
 */
public final class LogFormat extends Formatter {
    private static final Pattern PERSONAL = Pattern.compile("\\S+@\\S+" // an e-mail address
            + "|\\+[0-9][0-9 ()-]{5,}[0-9]|[0-9]{9,}" // a phone
            + "|\\b[0-9A-Fa-f]{32,}\\b|\\b[A-Za-z0-9_-]{40,}\\b"); // a hash, a token

    private static volatile boolean json;

    /** Lines from now on are JSON, or not. */
    public static void useJson(boolean yes) {
        json = yes;
    }

    @Override
    public String format(LogRecord event) {
        return json ? json(event) : text(event);
    }

    private String text(LogRecord event) {
        var line = new StringBuilder(160).append(time(event)).append(' ').append(level(event)).append(' ');
        CurrentRequest.find().ifPresent(request -> line.append('[').append(request.id()).append("] "));
        var access = access(event);
        if (access != null) line.append(access);
        else line.append(event.getLoggerName()).append(": ").append(oneLine(message(event)));
        line.append('\n');
        if (event.getThrown() != null) stack(event.getThrown(), line, "\n");
        return line.toString();
    }

    private String json(LogRecord event) {
        var line = new StringBuilder(240).append("{\"time\":\"").append(time(event)).append("\",\"level\":\"").append(level(event).strip())
                .append("\",\"logger\":\"").append(escaped(String.valueOf(event.getLoggerName()))).append('"');
        CurrentRequest.find().ifPresent(request -> line.append(",\"request\":\"").append(request.id()).append('"'));
        var access = access(event);
        if (access != null) line.append(',').append(access.fields());
        else line.append(",\"message\":\"").append(escaped(message(event))).append('"');
        if (event.getThrown() != null) {
            var stack = new StringBuilder();
            stack(event.getThrown(), stack, "\n");
            line.append(",\"exception\":\"").append(escaped(stack.toString().strip())).append('"');
        }
        return line.append("}\n").toString();
    }

    private static Access access(LogRecord event) {
        return event.getParameters() instanceof Object[] parameters && parameters.length == 1 && parameters[0] instanceof Access access
                ? access : null;
    }

    private String message(LogRecord event) {
        return withoutPersonal(formatMessage(event));
    }

    /** The kind, the words without what is personal, and where: of an exception and what caused it. */
    private static void stack(Throwable thrown, StringBuilder to, String end) {
        for (var cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            to.append(cause == thrown ? "\t" : "\tCaused by: ").append(cause.getClass().getName());
            if (cause.getMessage() != null) to.append(": ").append(oneLine(withoutPersonal(cause.getMessage())));
            to.append(end);
            for (var frame : cause.getStackTrace()) to.append("\t\tat ").append(frame).append(end);
        }
    }

    static String withoutPersonal(String text) {
        return PERSONAL.matcher(text).replaceAll("…");
    }

    /** Nobody forges a line of the log with a line break. */
    private static String oneLine(String text) {
        return text.chars().anyMatch(character -> character < ' ') ? text.replaceAll("\\p{Cntrl}+", " ") : text;
    }

    /** The inside of a JSON string. */
    static String escaped(String value) {
        var escaped = new StringBuilder(value.length() + 16);
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            switch (character) {
                case '"', '\\' -> escaped.append('\\').append(character);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (character < ' ' || Character.isSurrogate(character)) escaped.append("\\u").append(hex(character));
                    else escaped.append(character);
                }
            }
        }
        return escaped.toString();
    }

    private static String hex(char character) {
        return Integer.toHexString(0x10000 | character).substring(1);
    }

    private static String time(LogRecord event) {
        return Instant.ofEpochMilli(event.getMillis()).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String level(LogRecord event) {
        return switch (event.getLevel().getName()) {
            case "SEVERE" -> "ERROR";
            case "WARNING" -> "WARN ";
            case "INFO" -> "INFO ";
            default -> "DEBUG";
        };
    }
}

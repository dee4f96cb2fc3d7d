package bookform.support;

import bookform.telemetry.LogFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged meanwhile: as it is written, and as it was said before anything was struck out. */
public final class CapturedLog implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord event) {
            said.add(new SimpleFormatter().format(event) + List.of(event.getParameters() == null ? new Object[0] : event.getParameters()));
            synchronized (lines) {
                lines.add(new LogFormat().format(event));
                lines.notifyAll();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private CapturedLog() {
        RunningApp.ACCESS.setLevel(Level.INFO); // first: with that class the log is set up, and every handler taken off
        root.addHandler(handler);
    }

    public static CapturedLog start() {
        return new CapturedLog();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** With every word that was meant to be logged. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** The first line of a kind; it may come a moment after the answer that it tells of. */
    public String await(Predicate<String> kind) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        synchronized (lines) {
            while (lines.stream().noneMatch(kind)) {
                var millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) throw new AssertionError("No such line in " + lines);
                try {
                    lines.wait(millis);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return lines.stream().filter(kind).findFirst().orElseThrow();
        }
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        RunningApp.ACCESS.setLevel(Level.WARNING);
    }
}

package bookform.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link HistoryServer} that can be killed, stopped and misled while others use it. */
final class ServerProcess implements AutoCloseable {
    /** A server that lives for seconds does not pay for more thorough compiling. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** It ended before it said where it is. */
    static final class DoesNotStart extends IOException {
        private DoesNotStart() {
            super("The server does not start");
        }
    }

    private final String database;
    private final Path data;
    private final List<String> wrapper;
    private final List<String> arguments;
    private Process process;
    private String url;

    ServerProcess(String database, Path data) throws IOException {
        this(database, data, new String[0]);
    }

    /**
     * @param wrapper a command to run it under; empty for none
     * @param arguments {@link HistoryServer#CARELESS}, or nothing
     */
    ServerProcess(String database, Path data, String[] wrapper, String... arguments) throws IOException {
        this.wrapper = List.of(wrapper);
        this.arguments = List.of(arguments);
        this.database = database;
        this.data = data;
        restart();
    }

    /** Where it is; waits while it is nowhere. */
    synchronized String url() throws InterruptedException {
        while (url.isEmpty()) wait();
        return url;
    }

    void kill() throws InterruptedException {
        say("");
        process.descendants().forEach(ProcessHandle::destroyForcibly); // a wrapper would leave it behind
        process.destroyForcibly().waitFor();
    }

    /** After {@link #kill}: elsewhere, on the same database. */
    void restart() throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), QUICK_START,
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), HistoryServer.class.getName(), database,
                data.toString()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var where = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (where == null) throw new DoesNotStart();
        say(where);
    }

    /** Lets it do nothing for a while, in the midst of whatever it does. */
    void pause(Duration duration) throws IOException, InterruptedException {
        signal("-STOP");
        process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
        signal("-CONT");
    }

    void shiftClock(Duration by) throws IOException {
        var told = process.outputWriter(StandardCharsets.UTF_8);
        told.write(by.toSeconds() + "\n");
        told.flush();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void say(String where) {
        url = where;
        notifyAll();
    }

    private void signal(String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

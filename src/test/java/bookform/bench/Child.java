package bookform.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The server as a process of its own, with the settings of the JVM that we ship. */
final class Child implements AutoCloseable {
    static final Path JAR = Path.of("target", "bookform.jar");

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String SETTINGS = "@" + Path.of("src/main/docker/bookform.jvm").toAbsolutePath();

    static final String FIRST_PAGE = "/forms/1";

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final List<String> DEMO = List.of("--demo", "true");

    private final Process process;
    final int port;
    /** From the start of the process to the first byte of {@link #FIRST_PAGE}. */
    final long nanosToFirstByte;

    private Child(Process process, int port, long nanosToFirstByte) {
        this.process = process;
        this.port = port;
        this.nanosToFirstByte = nanosToFirstByte;
    }

    /** The application and the route to the ceiling. */
    static Child ofClasses(Path data) throws IOException {
        return serve(command(List.of("-classpath", System.getProperty("java.class.path"), "bookform.BenchServer")), data, DEMO);
    }

    /**
     * The same on a database that is there, without the demo.
     *
     * @param wrapper a command to run it under; empty for none
     */
    static Child onDatabase(String url, Path data, String... wrapper) throws IOException {
        var command = new ArrayList<>(List.of(wrapper));
        command.addAll(command(List.of("-classpath", System.getProperty("java.class.path"), "bookform.BenchServer")));
        return serve(command, data, List.of("--demo", "false", "--database", url));
    }

    static Child ofJar(Path data, String... jvm) throws IOException {
        var command = new ArrayList<>(List.of(jvm));
        command.addAll(List.of("-jar", JAR.toString()));
        return serve(command(command), data, DEMO);
    }

    /** {@link BareServer}, with the libraries from the jar. */
    static Child bare(Path data) throws IOException {
        var classpath = JAR + File.pathSeparator + Path.of("target", "test-classes");
        return serve(command(List.of("-classpath", classpath, BareServer.class.getName())), data, List.of());
    }

    /** Runs a command of the jar to its end. */
    static void run(String jvm, String command) throws Exception {
        var process = start(command(List.of(jvm, "-jar", JAR.toString(), command)));
        if (process.waitFor() != 0) throw new IOException(command + " failed");
    }

    private static Child serve(List<String> command, Path data, List<String> flags) throws IOException {
        var port = freePort();
        var arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(flags);
        var start = System.nanoTime();
        var process = start(arguments);
        while (true) {
            try (var connection = new Connection(port)) {
                connection.exchange(Connection.get(port, FIRST_PAGE));
                return new Child(process, port, System.nanoTime() - start);
            } catch (IOException notYet) {
                if (!process.isAlive()) throw new IOException("The server ended with " + process.exitValue(), notYet);
                LockSupport.parkNanos(PAUSE.toNanos()); // who asks without a break takes a processor away from who starts
            }
        }
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<>(List.of(JAVA, SETTINGS));
        command.addAll(arguments);
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A line of {@code /proc/<pid>/status} that is an amount of memory, in MB; {@code VmHWM} is the most that was ever resident. */
    double megabytes(String line) throws IOException {
        var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        var text = status.lines().filter(candidate -> candidate.startsWith(line + ":")).findFirst().orElseThrow();
        return Long.parseLong(text.replaceAll("[^0-9]", "")) / 1024.0;
    }

    /** CPU time used since the start, in all threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy); // a wrapper would leave it behind
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

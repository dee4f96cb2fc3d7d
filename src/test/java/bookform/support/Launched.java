package bookform.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program that was started for a test, with a folder of its own; both are gone when it is closed. */
final class Launched implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final BufferedReader lines;

    private Launched(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.lines = process.inputReader();
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("bookform-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param folder is the program's home and is deleted in the end */
    static Launched start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.environment().put("HOME", folder.toString());
            return new Launched(builder.start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first group of a pattern is in the first line that it is found in; what comes after is read by nobody. */
    String says(Pattern pattern) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var matcher = pattern.matcher(line);
                if (matcher.find()) {
                    discardOutput();
                    return matcher.group(1);
                }
            }
            throw new AssertionError(process.info().command() + " ended and never said " + pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Or it waits for somebody to read it. */
    void discardOutput() {
        Thread.ofVirtual().start(() -> {
            try (lines) {
                while (lines.readLine() != null) continue;
            } catch (IOException closed) {
                // It has ended.
            }
        });
    }

    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
            for (var child : children) {
                child.destroyForcibly();
                child.onExit().orTimeout(5, TimeUnit.SECONDS).join();
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

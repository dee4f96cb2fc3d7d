package bookform.support;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine, and the Debian packages that bring them, where we may install those. */
final class Programs {
    private static final List<String> UPDATE = List.of("apt-get", "-o", "Acquire::Retries=3", "update");
    private static final List<String> INSTALL = List.of("apt-get", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3", "install",
            "-y", "--no-install-recommends");
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    private Programs() {}

    /** @param places folders to look in, besides the usual ones */
    static Optional<Path> find(List<String> names, Path... places) {
        var folders = Stream.concat(PLACES.stream(), Stream.of(places)).toList();
        return names.stream().flatMap(name -> Stream.concat(onPath(name), folders.stream().map(folder -> folder.resolve(name))))
                .filter(Programs::runs).findFirst();
    }

    static boolean runs(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    static boolean canInstall() {
        return "root".equals(System.getProperty("user.name")) && onPath("apt-get").anyMatch(Programs::runs);
    }

    /**
     * One after the other, when both processes that tests run in need something: apt takes no two.
     *
     * @throws IllegalStateException that tells the end of the log, when it does not work
     */
    static synchronized void install(String... packages) {
        var command = Stream.concat(INSTALL.stream(), Stream.of(packages)).toList();
        System.out.println("Installing for the tests: " + String.join(" ", command));
        var target = Path.of("target").toAbsolutePath();
        var log = target.resolve("install-" + packages[0] + ".log");
        try (var file = FileChannel.open(target.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            run(UPDATE, log);
            run(command, log);
        } catch (IOException failure) {
            throw new IllegalStateException("Could not wait for another installation", failure);
        }
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name));
    }

    private static void run(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw failed(command, "did not end within ten minutes", log);
            }
            if (process.exitValue() != 0) throw failed(command, "ended with " + process.exitValue(), log);
        } catch (IOException e) {
            throw new IllegalStateException("Could not run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing", e);
        }
    }

    private static IllegalStateException failed(List<String> command, String how, Path log) throws IOException {
        var lines = new String(Files.readAllBytes(log), Charset.defaultCharset()).lines().toList();
        var last = String.join("\n    ", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        return new IllegalStateException("%s %s. The end of %s:%n    %s".formatted(String.join(" ", command), how, log, last));
    }
}

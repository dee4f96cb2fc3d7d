package bookform.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk that takes a millisecond longer to keep something, as those of small rented servers do: a library put before the system's,
 * compiled here. A tracer could hold up the same calls, but it slows down all others, too.
 */
final class SlowDisk {
    private SlowDisk() {}

    /**
     * @return the command to run a server under
     * @throws IOException without a C compiler, {@code cc}
     */
    static String[] under(Path folder) throws Exception {
        var source = folder.resolve("slowsync.c");
        var library = folder.resolve("slowsync.so");
        try (var text = SlowDisk.class.getResourceAsStream("/bench/slowsync.c")) {
            Files.copy(text, source);
        }
        var compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl").inheritIO()
                .start();
        if (compiler.waitFor() != 0) throw new IOException("The slow disk does not compile");
        return new String[] {"env", "LD_PRELOAD=" + library};
    }
}

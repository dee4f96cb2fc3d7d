package bookform.history;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers system calls in the kernel's place. */
final class Strace {
    private Strace() {}

    static void assumeAllowed() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace"))
                && new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0, "strace may not be used here");
    }

    /**
     * The beginning of a command that runs under it.
     *
     * @param injection which calls it answers, and how: {@code fsync,fdatasync:error=EIO:when=8+}
     */
    static String[] injecting(String injection) {
        return new String[] {"strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync,pwrite64", "-e",
                "inject=" + injection};
    }
}

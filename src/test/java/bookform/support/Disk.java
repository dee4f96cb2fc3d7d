package bookform.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A disk of our own, to be unplugged or filled: an ext4 file system in a file, mounted through a loop device. For that one must be root
 * on a Linux that has loop devices, as in a virtual machine; in most containers it {@link #isPossible is not possible}.
 */
public final class Disk implements AutoCloseable {
    /** {@code EXT4_IOC_SHUTDOWN} of Linux, {@code _IOR('X', 125, __u32)}. */
    private static final long SHUTDOWN = 0x8004587DL;
    /** Nothing that waits in memory is written any more, not even the file system's own log. */
    private static final int WITHOUT_FLUSH = 2;
    private static final int READ_ONLY = 0;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN = function("open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle IOCTL = function("ioctl", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final Path image;
    private final Path files;

    /** Empty. @param folder for the image and the place it is mounted at */
    public Disk(Path folder, int megabytes) {
        image = folder.resolve("disk.img");
        files = folder.resolve("disk");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes * 1_000_000L);
            Files.createDirectories(files);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        mount();
    }

    public static boolean isPossible() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/dev/loop-control"))
                && Files.exists(Path.of("/sbin/mkfs.ext4"));
    }

    /** The folder that lies on it. */
    public Path files() {
        return files;
    }

    /** As a power cut does: what was not synced is gone, and from now on everything fails with an I/O error. */
    public void unplug() {
        try (var arena = Arena.ofConfined()) {
            var folder = (int) OPEN.invokeExact(arena.allocateFrom(files.toString()), READ_ONLY);
            var result = (int) IOCTL.invokeExact(folder, SHUTDOWN, arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSH));
            var closed = (int) CLOSE.invokeExact(folder);
            if (folder < 0 || result != 0 || closed != 0) throw new IllegalStateException("The disk could not be unplugged");
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable neverThrown) {
            throw new IllegalStateException(neverThrown);
        }
    }

    /** After {@link #unplug}, once nobody has a file open there. */
    public void plugIn() {
        run("umount", files.toString());
        mount();
    }

    /** Leaves not a byte, until {@link #free}. */
    public void fill() {
        var block = new byte[1 << 16];
        Arrays.fill(block, (byte) 1);
        try (var ballast = new RandomAccessFile(ballast().toFile(), "rw")) {
            for (var length = block.length; length > 0;) {
                try {
                    ballast.write(block, 0, length);
                    ballast.getFD().sync();
                } catch (IOException full) {
                    length /= 2;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void free() {
        try {
            Files.delete(ballast());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        run("umount", files.toString());
    }

    private Path ballast() {
        return files.resolve("ballast");
    }

    private void mount() {
        run("mount", "-o", "loop", image.toString(), files.toString());
    }

    private static MethodHandle function(String name, FunctionDescriptor types, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), types, options);
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + ": " + said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

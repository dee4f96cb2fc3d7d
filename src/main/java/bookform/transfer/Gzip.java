package bookform.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** RFC 1952 in memory. */
public final class Gzip {
    /** Bytes; what is shorter travels in one packet anyway. */
    public static final int WORTH_IT = 1_000;

    private Gzip() {}

    /** @param level 1 is fast, 9 is small */
    public static byte[] compress(byte[] plain, int level) {
        var out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var gzip = new Leveled(out, level)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class Leveled extends GZIPOutputStream {
        Leveled(ByteArrayOutputStream out, int level) throws IOException {
            super(out, 8192);
            def.setLevel(level);
        }
    }
}

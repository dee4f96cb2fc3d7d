package bookform.backend.http;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The wire numbers things of which we have the names alone; a number that is made from a name stays the same as long as that does. */
final class Numbers {
    private Numbers() {}

    /** At least 1, and in 31 bits, which is all that some clients have for it. */
    static long of(String name) {
        var checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        return Math.max(1, checksum.getValue() & Integer.MAX_VALUE);
    }
}

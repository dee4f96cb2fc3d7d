package bookform.backend.setup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.LocationFile.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a file is damaged, it is read or its mistakes are told; nothing else ever comes out. */
class LocationFileFuzzTest {
    private static final int ROUNDS = 1_500;
    private static final List<String> SCRAPS = List.of("null", "-1", "1e99999999", "[]", "{}", "\"\"", "true", "\u0000", "\ufeff", ": ",
            "- ", "&a", "*a", "!!int", "? ", "<<: ", "\t", "\n", "99999999999999999999", "\"+9999\"", "'", "|", "%", "---\n", "...",
            "\ud83d\ude00");

    @ParameterizedTest
    @EnumSource
    void damageIsReadOrTold(Format format) {
        var today = LocationFiles.TODAY;
        var appointments = DemoLocation.appointments(today).subList(0, 20);
        var whole = LocationFiles.write(new LocationFile(DemoLocation.setup(today), DemoLocation.events(today), appointments, List.of()),
                format);
        for (int seed = 0; seed < ROUNDS; seed++) {
            var damaged = damage(whole, new Random(seed));
            try {
                LocationFiles.read("fuzz." + format.name().toLowerCase(Locale.ROOT), damaged);
            } catch (LocationFileException told) {
                assertTrue(!told.mistakes().isEmpty() && told.mistakes().size() <= 20, "seed " + seed);
                assertTrue(told.mistakes().stream().allMatch(mistake -> mistake.line() >= 1 && !mistake.text().isBlank()), "seed " + seed);
            } catch (Throwable other) {
                throw new AssertionError("seed " + seed, other);
            }
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, at + 1);
                case 1 -> splice(bytes, at, random.nextInt(40), new byte[0]);
                case 2 -> splice(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
                case 3 -> splice(bytes, at, random.nextInt(8), SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes());
                default -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(200))));
            };
        }
        return bytes;
    }

    /** Some bytes replaced by others. */
    private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
        int rest = Math.min(bytes.length, at + removed);
        var spliced = Arrays.copyOf(bytes, at + added.length + bytes.length - rest);
        System.arraycopy(added, 0, spliced, at, added.length);
        System.arraycopy(bytes, rest, spliced, at + added.length, bytes.length - rest);
        return spliced;
    }
}

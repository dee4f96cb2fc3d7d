package bookform.backend.setup;

import bookform.backend.setup.LocationFile.Format;
import bookform.backend.setup.LocationFileException.Mistake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Location files for tests: read on a Wednesday, 25 November 2026, into a place where nothing is yet. */
final class LocationFiles {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private LocationFiles() {}

    static LocationFile read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static LocationFile read(String name, byte[] content) {
        try {
            return LocationFile.read(name, new ByteArrayInputStream(content), Destination.EMPTY, CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (var content = LocationFiles.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] write(LocationFile file, Format format) {
        var out = new ByteArrayOutputStream();
        file.write(out, format);
        return out.toByteArray();
    }

    /** What is said about a file that must not be accepted. */
    static List<String> mistakes(String name, String content) {
        try {
            throw new AssertionError("was accepted: " + read(name, content));
        } catch (LocationFileException refused) {
            return refused.mistakes().stream().map(Mistake::toString).toList();
        }
    }
}

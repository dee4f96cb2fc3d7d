package bookform.backend.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} and {@code export} as an operator sees them. */
class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("bookform.db"), LocationFiles.CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void importsTheDatasetBesideTheDemo() throws IOException {
        DemoLocation.load(store, LocationFiles.CLOCK);
        assertEquals(0, importFile(dataset()));
        assertEquals("""
                Imported location 2, dataset
                  20 services in 4 categories, 10 team members, 1799 appointments, 1799 of them new
                  location.id is not given: 2
                  location.title is not given: dataset
                  location.zone is not given: UTC
                  location.country is not given: LT
                  location.currency is not given: EUR
                  categories are not given: named Category 1, 2, 3, 4
                  hours are not given: everybody works 09:00-14:30 and 15:00-18:00 every day
                  forms are not given: form 3 asks for service, team member and time, in English
                  clients are given as numbers: named Client 1, 2, …, with phones that nobody has (+999…)
                Its booking form: /forms/3
                """, text(out));
        assertEquals("", text(err));
    }

    @Test
    void whatIsExportedImportsAsTheSame() throws IOException {
        DemoLocation.load(store, LocationFiles.CLOCK);
        importFile(dataset());
        for (var location : List.of("1", "2")) {
            out.reset();
            assertEquals(0, export(location));
            var json = out.toByteArray();
            out.reset();
            assertEquals(0, export(location, "--yaml"));
            try (var other = Store.open(folder.resolve("other" + location + ".db"), LocationFiles.CLOCK)) {
                var file = Files.write(folder.resolve("export.yaml"), out.toByteArray());
                assertEquals(0, ImportCommand.run(List.of(file.toString()), other, LocationFiles.CLOCK, print(out), print(err)));
                out.reset();
                assertEquals(0, ExportCommand.run(List.of(location), other, print(out), print(err)));
                assertEquals(new String(json, StandardCharsets.UTF_8), text(out));
            }
        }
        assertEquals("", text(err));
    }

    @Test
    void importingTwiceAddsNothing() throws IOException {
        importFile(dataset());
        out.reset();
        export("1");
        var exported = Files.write(folder.resolve("again.json"), out.toByteArray());
        out.reset();
        assertEquals(0, importFile(exported));
        assertEquals("""
                Imported location 1, dataset
                  20 services in 4 categories, 10 team members, 1799 appointments, 0 of them new; the others are there and stay as they are
                Its booking form: /forms/1
                """, text(out));
    }

    @Test
    void tellsMistakesAndImportsNothing() throws IOException {
        var file = Files.writeString(folder.resolve("salon.yaml"), "services: []\nteamMember: []\n");
        assertEquals(1, importFile(file));
        assertEquals("""
                FILE:1: teamMembers is missing
                FILE:2: teamMember: unknown; did you mean teamMembers?
                Nothing was imported.
                """.replace("FILE", file.toString()), text(err));
        assertEquals("", text(out));
        assertEquals(List.of(), store.locations().ids());
    }

    @Test
    void tellsWhenAppointmentsDoNotFitIntoTheCalendar() throws IOException {
        importFile(salon("kept"));
        assertEquals(1, importFile(salon("other")));
        assertEquals("""
                appointment other with team member 1, 2026-12-01T10:00:00Z–2026-12-01T10:30:00Z overlaps another one of the same team member or resource
                Nothing was imported.
                """, text(err));
    }

    @Test
    void leavesOutAppointmentsOfThoseWhoAreGone() throws IOException {
        importFile(salon("kept"));
        importFile(Files.writeString(folder.resolve("salon.yaml"), """
                location: {id: 1, title: Salon, zone: UTC, country: LT, currency: EUR}
                services: [{id: 1, category: 1, title: Haircut, duration: 30}]
                teamMembers: [{id: 2, name: Boris}]
                forms: [{id: 1}]
                """));
        assertEquals(0, export("1"));
        assertEquals("Left out 1 appointments with services or team members that are no longer set up\n", text(err));
    }

    @Test
    void tellsWhatIsNotThere() {
        assertEquals(1, importFile(Path.of("nowhere.yaml")));
        assertEquals(1, export("7"));
        assertEquals("nowhere.yaml: there is no such file\nThere is no location 7\n", text(err));
    }

    @Test
    void tellsHowItIsUsed() {
        assertEquals(2, ImportCommand.run(List.of(), store, LocationFiles.CLOCK, print(out), print(err)));
        assertEquals(2, export("one"));
        assertEquals(2, export("1", "2"));
        assertEquals("""
                Say which file: import FILE
                Say which location: export LOCATION [--yaml]
                Say which location: export LOCATION [--yaml]
                """, text(err));
    }

    private Path salon(String reference) throws IOException {
        return Files.writeString(folder.resolve("salon.yaml"), """
                location: {id: 1, title: Salon, zone: UTC, country: LT, currency: EUR}
                services: [{id: 1, category: 1, title: Haircut, duration: 30}]
                teamMembers: [{id: 1, name: Anna}]
                forms: [{id: 1}]
                appointments: [{teamMember: 1, service: 1, date: 2026-12-01, start: 600, client: 1, reference: %s}]
                """.formatted(reference));
    }

    private Path dataset() throws IOException {
        return Files.write(folder.resolve("dataset.json"), LocationFiles.resource("/bench/dataset.json"));
    }

    private int importFile(Path file) {
        return ImportCommand.run(List.of(file.toString()), store, LocationFiles.CLOCK, print(out), print(err));
    }

    private int export(String... arguments) {
        return ExportCommand.run(List.of(arguments), store, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package bookform.backend.setup;

import bookform.backend.store.ImportRefused;
import bookform.backend.store.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** {@code import FILE}: sets up a location from a {@link LocationFile} and takes over its appointments. Doing it twice is fine. */
public final class ImportCommand {
    private final Store store;
    private final PrintStream out;
    private final PrintStream err;

    private ImportCommand(Store store, PrintStream out, PrintStream err) {
        this.store = store;
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments what follows {@code import} on the command line
     * @return the exit code: 0, 1 when the file was refused, 2 for wrong arguments
     */
    public static int run(List<String> arguments, Store store, Clock clock, PrintStream out, PrintStream err) {
        if (arguments.size() != 1) {
            err.println("Say which file: import FILE");
            return 2;
        }
        return new ImportCommand(store, out, err).run(arguments.getFirst(), clock);
    }

    private int run(String name, Clock clock) {
        try (var content = Files.newInputStream(Path.of(name))) {
            var file = LocationFile.read(name, content, Destination.of(store), clock);
            report(file, store.locations().replace(file.setup(), file.events(), file.appointments()));
            return 0;
        } catch (LocationFileException refused) {
            err.println(refused.getMessage());
            err.println("Nothing was imported.");
        } catch (ImportRefused refused) {
            refused.problems().forEach(err::println);
            err.println("Nothing was imported.");
        } catch (NoSuchFileException missing) {
            err.println(name + ": there is no such file");
        } catch (IOException failure) {
            err.println(name + ": " + failure.getMessage());
        }
        return 1;
    }

    private void report(LocationFile file, int added) {
        var setup = file.setup();
        out.println("Imported location " + setup.location().id() + ", " + setup.location().title());
        out.println("  " + setup.services().size() + " services in " + setup.categories().size() + " categories, "
                + setup.teamMembers().size() + " team members, " + (file.events().isEmpty() ? "" : file.events().size() + " events, ")
                + file.appointments().size() + " appointments, " + added + " of them new"
                + (added < file.appointments().size() ? "; the others are there and stay as they are" : ""));
        file.notes().forEach(note -> out.println("  " + note));
        setup.forms().forEach(form -> out.println("Its booking form: /forms/" + form.id()));
    }
}

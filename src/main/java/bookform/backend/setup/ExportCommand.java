package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.Store;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** {@code export LOCATION [--yaml]}: writes a location with its appointments as a {@link LocationFile}. */
public final class ExportCommand {
    private static final String YAML = "--yaml";

    private ExportCommand() {}

    /**
     * @param arguments what follows {@code export} on the command line
     * @param out gets the file and nothing else
     * @return the exit code: 0, 1 when there is no such location, 2 for wrong arguments
     */
    public static int run(List<String> arguments, Store store, PrintStream out, PrintStream err) {
        var format = arguments.contains(YAML) ? LocationFile.Format.YAML : LocationFile.Format.JSON;
        var ids = arguments.stream().filter(argument -> !argument.equals(YAML)).toList();
        if (ids.size() != 1 || !ids.getFirst().matches("\\d{1,18}")) {
            err.println("Say which location: export LOCATION [--yaml]");
            return 2;
        }
        var setup = store.locations().find(Long.parseLong(ids.getFirst()));
        if (setup.isEmpty()) {
            err.println("There is no location " + ids.getFirst());
            return 1;
        }
        new LocationFile(setup.get(), appointments(setup.get(), store, err), List.of()).write(out, format);
        out.flush();
        return 0;
    }

    /** A file cannot speak of people and services that it does not contain. */
    private static List<ImportedAppointment> appointments(LocationSetup setup, Store store, PrintStream err) {
        var people = setup.teamMembers().stream().map(Person::id).collect(Collectors.toSet());
        var services = setup.services().stream().map(OfferedService::id).collect(Collectors.toSet());
        var all = store.export(setup.location().id());
        var kept = all.stream().filter(appointment -> people.contains(appointment.teamMember())
                && services.containsAll(appointment.services())).toList();
        int lost = all.size() - kept.size();
        if (lost > 0) err.println("Left out " + lost + " appointments with services or team members that are no longer set up");
        return kept;
    }
}

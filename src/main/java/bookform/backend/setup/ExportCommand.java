package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.ImportedEvent;
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
        file(setup.get(), store, err).write(out, format);
        out.flush();
        return 0;
    }

    /** A file cannot speak of people and services that it does not contain. */
    private static LocationFile file(LocationSetup setup, Store store, PrintStream err) {
        var people = setup.teamMembers().stream().map(Person::id).collect(Collectors.toSet());
        var services = setup.services().stream().map(OfferedService::id).collect(Collectors.toSet());
        var allEvents = store.exportEvents(setup.location().id());
        var events = allEvents.stream().filter(event -> isLed(event, setup)).toList();
        var references = events.stream().map(ImportedEvent::reference).collect(Collectors.toSet());
        var all = store.export(setup.location().id());
        var kept = all.stream().filter(appointment -> people.contains(appointment.teamMember())
                && services.containsAll(appointment.services()) && references.containsAll(appointment.event().stream().toList())).toList();
        tellLost(allEvents.size() - events.size(), "events", err);
        tellLost(all.size() - kept.size(), "appointments", err);
        return new LocationFile(setup, events, kept, List.of());
    }

    private static boolean isLed(ImportedEvent event, LocationSetup setup) {
        return setup.services().stream().anyMatch(service -> service.id() == event.service() && service.isForGroups())
                && setup.teamMembers().stream().filter(person -> person.id() == event.teamMember())
                        .anyMatch(person -> person.skills().stream().anyMatch(skill -> skill.service() == event.service()));
    }

    private static void tellLost(int lost, String what, PrintStream err) {
        if (lost > 0) err.println("Left out " + lost + " " + what + " with services or team members that are no longer set up");
    }
}

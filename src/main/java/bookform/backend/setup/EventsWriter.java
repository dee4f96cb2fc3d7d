package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.store.ImportedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes group events into a file, in local time, each for itself. */
final class EventsWriter {
    private final Map<Long, OfferedService> services;
    private final FileTimes times;

    EventsWriter(LocationSetup setup) {
        this.services = setup.services().stream().collect(Collectors.toMap(OfferedService::id, Function.identity()));
        this.times = new FileTimes(setup.location().zone(), LocalDate.EPOCH);
    }

    List<Map<String, Object>> write(List<ImportedEvent> events) {
        return events.stream().map(this::write).toList();
    }

    private Map<String, Object> write(ImportedEvent event) {
        var date = LocalDate.ofInstant(event.start(), times.zone());
        return new WrittenFields()
                .put("service", event.service())
                .put("teamMember", event.teamMember())
                .put("date", date.toString())
                .put("start", times.written(event.start(), date))
                .put("end", times.written(event.end(), date))
                .put("capacity", event.capacity(), services.get(event.service()).capacity())
                .put("instructions", event.instructions(), "")
                .put("resourceInstances", event.resourceInstances(), List.of())
                .put("cancelled", event.cancelled(), false)
                .put("reference", event.reference(), EventsPart.reference(event.teamMember(), event.start(), times))
                .map();
    }
}

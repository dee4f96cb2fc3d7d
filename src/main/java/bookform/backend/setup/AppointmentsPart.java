package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The appointments in a file. */
final class AppointmentsPart {
    private static final Map<String, Status> STATUSES = Fields.words(Status.values());
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ServicesPart services;
    private final TeamPart team;
    private final ResourcesPart resources;
    private final EventsPart events;
    private final FileTimes times;
    private final HeldTime held;
    private final Map<String, Integer> references = new HashMap<>();
    private final List<ImportedAppointment> appointments = new ArrayList<>();

    private AppointmentsPart(ServicesPart services, TeamPart team, ResourcesPart resources, EventsPart events, FileTimes times,
            HeldTime held) {
        this.services = services;
        this.team = team;
        this.resources = resources;
        this.events = events;
        this.times = times;
        this.held = held;
    }

    /** @param held the time that events take; gets that of appointments */
    static List<ImportedAppointment> read(Fields root, ServicesPart services, TeamPart team, ResourcesPart resources, EventsPart events,
            FileTimes times, HeldTime held) {
        var part = new AppointmentsPart(services, team, resources, events, times, held);
        root.list("appointments").forEach(node -> node.object().ifPresent(fields -> {
            if (fields.find("event").isPresent()) part.readSeats(node, fields);
            else part.readAppointment(node, fields);
        }));
        return part.appointments;
    }

    private void readAppointment(Node node, Fields fields) {
        var person = fields.require("teamMember").flatMap(team::refer);
        var booked = booked(fields);
        var day = times.day(fields);
        var start = fields.require("start").flatMap(value -> times.moment(value, day));
        var end = fields.find("end").flatMap(value -> times.moment(value, day))
                .or(() -> start.map(from -> from.plus(length(person, booked))));
        var technicalBreak = ServicesPart.technicalBreak(fields).orElse(Duration.ZERO);
        var instances = resources.referInstances(fields);
        var client = FileClient.read(fields);
        var custom = CustomFieldsPart.read(fields);
        var status = fields.oneOf("status", STATUSES, Status.CONFIRMED);
        var given = fields.text("reference");
        fields.end();
        if (person.isEmpty() || booked.isEmpty() || start.isEmpty() || end.isEmpty() || client.isEmpty()) return;
        var reference = given.isEmpty() ? unused(reference(person.get().id(), start.get(), times)) : given;
        add(node, new ImportedAppointment(person.get().id(), booked.stream().map(OfferedService::id).toList(), start.get(), end.get(),
                technicalBreak, instances, client.get().name(), client.get().phone(), status, reference).withFields(custom));
    }

    /** Seats are when the event is, and with whom. */
    private void readSeats(Node node, Fields fields) {
        var event = fields.require("event").flatMap(events::refer);
        var seats = fields.whole("seats", 1, EventsPart.MOST_SEATS, 1);
        var client = FileClient.read(fields);
        var status = fields.oneOf("status", STATUSES, Status.CONFIRMED);
        var given = fields.text("reference");
        fields.end();
        if (event.isEmpty() || client.isEmpty()) return;
        var reference = given.isEmpty() ? unused(seatReference(event.get().reference())) : given;
        add(node, ImportedAppointment.seats(event.get(), seats, client.get().name(), client.get().phone(), status, reference));
    }

    private void add(Node node, ImportedAppointment appointment) {
        if (!appointment.start().isBefore(appointment.end())) {
            node.wrong("ends before it begins");
        } else if (Duration.between(appointment.start(), appointment.end()).compareTo(LONGEST) > 0) {
            node.wrong("is longer than a day");
        } else {
            addUnlessTwice(node, appointment);
        }
    }

    private void addUnlessTwice(Node node, ImportedAppointment appointment) {
        var reference = appointment.reference();
        var earlier = references.putIfAbsent(reference, node.line());
        if (earlier != null) node.wrong("has the same reference as the one in line " + earlier + ": " + reference);
        held.add(appointment, node.line()).ifPresent(other -> node.wrong("overlaps " + other));
        appointments.add(appointment);
    }

    private List<OfferedService> booked(Fields fields) {
        var booked = new ArrayList<OfferedService>();
        fields.find("service").flatMap(services::refer).ifPresent(booked::add);
        fields.list("services").forEach(node -> services.refer(node).ifPresent(booked::add));
        if (fields.find("service").isEmpty() && fields.list("services").isEmpty()) fields.wrong("service is missing");
        return booked;
    }

    /** As long as this team member takes for these services. */
    private static Duration length(Optional<Person> person, List<OfferedService> booked) {
        return booked.stream().map(service -> person.stream()
                .flatMap(who -> who.skills().stream())
                .filter(skill -> skill.service() == service.id())
                .map(Skill::duration)
                .findFirst().orElse(service.duration())).reduce(Duration.ZERO, Duration::plus);
    }

    /** The same for the same appointment in every import, so that it is not imported twice. */
    private String unused(String reference) {
        int repeated = 1;
        while (references.containsKey(repeated == 1 ? reference : reference + "-" + repeated)) repeated++;
        return repeated == 1 ? reference : reference + "-" + repeated;
    }

    /** What an appointment that has no reference of its own is known by. */
    static String reference(long teamMember, Instant start, FileTimes times) {
        return "file-" + start.atZone(times.zone()).toLocalDateTime() + "-" + teamMember;
    }

    /** What seats that have no reference of their own are known by. */
    static String seatReference(String event) {
        return "seat-" + event;
    }
}

package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final ZoneId zone;
    private final LocalDate today;
    private final HeldTime held = new HeldTime();
    private final Map<String, Integer> references = new HashMap<>();
    private final List<ImportedAppointment> appointments = new ArrayList<>();

    private AppointmentsPart(ServicesPart services, TeamPart team, ResourcesPart resources, ZoneId zone, LocalDate today) {
        this.services = services;
        this.team = team;
        this.resources = resources;
        this.zone = zone;
        this.today = today;
    }

    static List<ImportedAppointment> read(Fields root, ServicesPart services, TeamPart team, ResourcesPart resources,
            ZoneId zone, LocalDate today) {
        var part = new AppointmentsPart(services, team, resources, zone, today);
        root.list("appointments").forEach(node -> node.object().ifPresent(fields -> part.readAppointment(node, fields)));
        return part.appointments;
    }

    private void readAppointment(Node node, Fields fields) {
        var person = fields.require("teamMember").flatMap(team::refer);
        var booked = booked(fields);
        var day = day(fields);
        var start = fields.require("start").flatMap(value -> moment(value, day));
        var end = fields.find("end").flatMap(value -> moment(value, day))
                .or(() -> start.map(from -> from.plus(length(person, booked))));
        var technicalBreak = ServicesPart.technicalBreak(fields).orElse(Duration.ZERO);
        var instances = resources.referInstances(fields);
        var client = FileClient.read(fields);
        var status = fields.oneOf("status", STATUSES, Status.CONFIRMED);
        var given = fields.text("reference");
        fields.end();
        if (person.isEmpty() || booked.isEmpty() || start.isEmpty() || end.isEmpty() || client.isEmpty()) return;
        var reference = given.isEmpty() ? reference(person.get().id(), start.get()) : given;
        add(node, new ImportedAppointment(person.get().id(), booked.stream().map(OfferedService::id).toList(), start.get(), end.get(),
                technicalBreak, instances, client.get().name(), client.get().phone(), status, reference));
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
        held.add(appointment, node.line()).ifPresent(line -> node.wrong("overlaps the appointment in line " + line));
        appointments.add(appointment);
    }

    private List<OfferedService> booked(Fields fields) {
        var booked = new ArrayList<OfferedService>();
        fields.find("service").flatMap(services::refer).ifPresent(booked::add);
        fields.list("services").forEach(node -> services.refer(node).ifPresent(booked::add));
        if (fields.find("service").isEmpty() && fields.list("services").isEmpty()) fields.wrong("service is missing");
        return booked;
    }

    /** The day that times of the day are on; instants need none. */
    private LocalDate day(Fields fields) {
        var day = fields.find("date", "day");
        var instant = fields.find("start").filter(node -> node.kind() == Node.Kind.TEXT).flatMap(Node::text).flatMap(TimeText::instant);
        if (day.isEmpty() && instant.isEmpty()) fields.wrong("date is missing");
        return day.flatMap(node -> node.text().flatMap(text -> {
            var date = TimeText.day(text, today);
            if (date.isEmpty()) node.wrong(node.quoted() + " is not a day; say 2026-12-24, or days from today such as 0 or 3");
            return date;
        })).or(() -> instant.map(start -> LocalDate.ofInstant(start, zone))).orElse(today);
    }

    /** Minutes after midnight, a time of the day, or an instant. */
    private Optional<Instant> moment(Node node, LocalDate day) {
        if (node.kind() == Node.Kind.NUMBER) {
            return node.whole(0, 24 * 60, " minutes after midnight")
                    .map(minutes -> day.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant());
        }
        return node.text().flatMap(text -> {
            var moment = TimeText.time(text).map(time -> day.atTime(time).atZone(zone).toInstant()).or(() -> TimeText.instant(text));
            if (moment.isEmpty()) node.wrong(node.quoted() + " is not a time; say 09:30, or minutes after midnight");
            return moment;
        });
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
    private String reference(long teamMember, Instant start) {
        var reference = reference(teamMember, start, zone);
        int repeated = 1;
        while (references.containsKey(repeated == 1 ? reference : reference + "-" + repeated)) repeated++;
        return repeated == 1 ? reference : reference + "-" + repeated;
    }

    /** What an appointment that has no reference of its own is known by. */
    static String reference(long teamMember, Instant start, ZoneId zone) {
        return "file-" + start.atZone(zone).toLocalDateTime() + "-" + teamMember;
    }
}

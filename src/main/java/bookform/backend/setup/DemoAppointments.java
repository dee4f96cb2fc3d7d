package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import bookform.booking.Appointment.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The demo location's calendar, invented but always the same. Every stretch of work is filled with appointments, back to back, each
 * with a number that says how long beforehand it is booked; those whose time has come are there. So the calendar of a day only ever
 * grows as the day comes nearer, like a real one, and a demo that starts again a week later adds to what it has.
 */
final class DemoAppointments {
    private static final int DAYS = 45;
    private static final DayOfWeek FULL_WEEKDAY = DayOfWeek.WEDNESDAY;
    /** Of the time of the days near by; it thins out by the rest until {@link #DAYS} days ahead. */
    private static final double BOOKED_SOON = 0.6;
    private static final double BOOKED_LAST = 0.08;
    private static final int SOON_DAYS = 7;
    private static final Duration ANNAS_FREE_EVENING = Duration.ofHours(2);

    private static final List<String> FIRST_NAMES = List.of("Agnė", "Marius", "Ieva", "Tomas", "Laura", "Jonas", "Greta", "Lukas", "Eglė",
            "Paulius", "Rūta", "Mantas", "Olga", "Peter", "Sofia", "Martin", "Nora", "Oskar", "Lina", "Viktor");
    private static final List<String> LAST_NAMES = List.of("Ąžuolas", "Bergman", "Cilinska", "Dahl", "Eglitis", "Fern", "Gintaraitė",
            "Holm", "Ilves", "Jansone");
    /** Numbers that Ofcom keeps for films: they end in 000 to 999 and belong to nobody. */
    private static final long FIRST_PHONE = 447_700_900_000L;

    private final LocationSetup setup;
    private final LocalDate today;
    private final Set<Long> byAppointment;

    DemoAppointments(LocationSetup setup, LocalDate today) {
        this.setup = setup;
        this.today = today;
        this.byAppointment = setup.services().stream().filter(service -> service.online() && !service.isForGroups())
                .map(OfferedService::id).collect(Collectors.toSet());
    }

    /** The next Wednesday that is at least two days away; not a moving day, or every day would be full once. */
    static LocalDate fullDay(LocalDate today) {
        return today.plusDays(2).with(TemporalAdjusters.nextOrSame(FULL_WEEKDAY));
    }

    /** In the order of the days. */
    List<ImportedAppointment> all() {
        return today.datesUntil(today.plusDays(DAYS + 1))
                .flatMap(date -> setup.teamMembers().stream().flatMap(person -> on(date, person).stream()))
                .toList();
    }

    /** Seats of events, one a client: more the nearer the event, until a week before the last is gone. */
    List<ImportedAppointment> seats(List<ImportedEvent> events) {
        return events.stream().flatMap(event -> {
            long weeks = ChronoUnit.WEEKS.between(today, LocalDate.ofInstant(event.start(), setup.location().zone()));
            return LongStream.rangeClosed(1, event.capacity() - weeks).mapToObj(seat -> seat(event, seat));
        }).toList();
    }

    private ImportedAppointment seat(ImportedEvent event, long seat) {
        int client =
                new Random((event.start().getEpochSecond() + seat) * 0x9E3779B97F4A7C15L).nextInt(FIRST_NAMES.size() * LAST_NAMES.size());
        return ImportedAppointment.seats(event, 1, name(client), "+" + (FIRST_PHONE + client), Status.CONFIRMED,
                event.reference() + "-seat-" + seat);
    }

    private List<ImportedAppointment> on(LocalDate date, Person person) {
        // Neighbouring seeds give neighbouring first numbers; the factor (2^64 / golden ratio) sends them far apart.
        var random = new Random((date.toEpochDay() * 100 + person.id()) * 0x9E3779B97F4A7C15L);
        var appointments = new ArrayList<ImportedAppointment>();
        int number = 0;
        for (var stretch : person.hours().on(date)) {
            var start = stretch.from();
            for (var fitting = fitting(person, start, stretch); !fitting.isEmpty(); fitting = fitting(person, start, stretch)) {
                var skill = fitting.get(random.nextInt(fitting.size()));
                int client = random.nextInt(FIRST_NAMES.size() * LAST_NAMES.size());
                var reference = "demo-" + date + "-" + person.id() + "-" + ++number;
                var booked = random.nextDouble() < share(date) && !isKeptFree(date, person, start);
                if (booked || date.equals(fullDay(today))) {
                    appointments.add(appointment(person, skill, instant(date, start), client, reference));
                }
                start = start.plus(skill.duration()).plus(skill.technicalBreak());
            }
        }
        return appointments;
    }

    /** What can be done from a time until the end of a stretch. */
    private List<Skill> fitting(Person person, LocalTime start, Stretch stretch) {
        var rest = Duration.ofSeconds(stretch.toSecondOfDay() - start.toSecondOfDay());
        return person.skills().stream().filter(skill -> byAppointment.contains(skill.service()))
                .filter(skill -> skill.duration().plus(skill.technicalBreak()).compareTo(rest) <= 0).toList();
    }

    /** Which part of a day is booked by now. */
    private double share(LocalDate date) {
        long ahead = ChronoUnit.DAYS.between(today, date);
        double far = Math.max(0, ahead - SOON_DAYS) / (double) (DAYS - SOON_DAYS);
        return BOOKED_SOON + (BOOKED_LAST - BOOKED_SOON) * far;
    }

    /** Anna can always be booked soon: her last hours stay free. */
    private static boolean isKeptFree(LocalDate date, Person person, LocalTime start) {
        var end = person.hours().on(date).getLast().to();
        return person.id() == DemoLocation.ANNA && !start.isBefore(end.minus(ANNAS_FREE_EVENING));
    }

    private Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(setup.location().zone()).toInstant();
    }

    private ImportedAppointment appointment(Person person, Skill skill, Instant start, int client, String reference) {
        return new ImportedAppointment(person.id(), List.of(skill.service()), start, start.plus(skill.duration()), skill.technicalBreak(),
                instances(person, skill.service()), name(client), "+" + (FIRST_PHONE + client), Status.CONFIRMED, reference);
    }

    /** Everybody has a room of their own: days are filled one after another, and whoever comes later must not find a patchwork. */
    private List<Long> instances(Person person, long service) {
        return setup.resources().stream().filter(resource -> needs(service, resource)).map(resource -> {
            var users = setup.teamMembers().stream()
                    .filter(other -> other.skills().stream().anyMatch(skill -> needs(skill.service(), resource))).toList();
            return resource.instances().get(users.indexOf(person)).id();
        }).toList();
    }

    private boolean needs(long service, Resource resource) {
        return setup.services().stream().anyMatch(one -> one.id() == service && one.resources().contains(resource.id()));
    }

    private static String name(int client) {
        return FIRST_NAMES.get(client % FIRST_NAMES.size()) + " " + LAST_NAMES.get(client / FIRST_NAMES.size());
    }
}

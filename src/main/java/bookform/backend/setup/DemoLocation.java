package bookform.backend.setup;

import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import bookform.backend.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Linden Studio in Vilnius: the one location that the demo mode, tests, screenshots and benchmarks share. It is
 * {@code demo/location.json}, read like any other file.
 *
 * <p>Anna cuts and colours, Boris is the barber, Clara does nails, Daniel also works on Sundays, and Emma, who does brows and lashes,
 * is on holiday from today for ten days.
 */
public final class DemoLocation {
    public static final long LOCATION = 1;
    public static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");

    /** Service, team member, time, details. */
    public static final long PLAIN_FORM = 1;
    /** The same, with an SMS code and a privacy policy. */
    public static final long SMS_FORM = 2;

    public static final long ANNA = 1;
    public static final long BORIS = 2;
    public static final long CLARA = 3;
    public static final long DANIEL = 4;
    public static final long EMMA = 5;

    public static final long HAIR = 1;
    public static final long NAILS = 2;
    public static final long BROWS_AND_LASHES = 3;
    public static final long WORKSHOPS = 4;

    public static final long HAIRCUT = 1;
    public static final long BEARD_TRIM = 2;
    public static final long HAIRCUT_AND_BEARD = 3;
    public static final long CHILDRENS_HAIRCUT = 4;
    public static final long FRINGE_TRIM = 5;
    public static final long BLOW_DRY = 6;
    public static final long ROOT_COLOUR = 7;
    public static final long HIGHLIGHTS = 8;
    public static final long CLASSIC_MANICURE = 9;
    public static final long GEL_MANICURE = 10;
    public static final long PEDICURE = 11;
    public static final long GEL_REMOVAL = 12;
    public static final long BROW_SHAPING = 13;
    public static final long BROW_SHAPING_AND_TINT = 14;
    public static final long LASH_LIFT = 15;
    /** Closed to online booking. */
    public static final long WEDDING_STYLING = 16;

    /** What pedicures and lash lifts need; there are two. */
    public static final long QUIET_ROOM = 1;
    public static final long GARDEN_ROOM = 11;
    public static final long STREET_ROOM = 12;

    /** For groups: Daniel's workshop on Sundays after closing, in the Garden room, with six seats, of which a client may hold three. */
    public static final long STYLING_WORKSHOP = 17;

    private static final String TITLE = "Linden Studio";
    private static final String FILE = "/demo/location.json";

    private DemoLocation() {}

    /** How the location is set up when {@code today}, in its zone, is its first day. */
    public static LocationSetup setup(LocalDate today) {
        return file(today).setup();
    }

    /** The workshops of the next weeks, none of them in working hours. */
    public static List<ImportedEvent> events(LocalDate today) {
        return file(today).events();
    }

    /** Seats of the {@link #events}: those of the next week are gone. */
    public static List<ImportedAppointment> seats(LocalDate today) {
        return new DemoAppointments(setup(today), today).seats(events(today));
    }

    private static LocationFile file(LocalDate today) {
        var clock = Clock.fixed(today.atStartOfDay(ZONE).toInstant(), ZONE);
        try (var content = Objects.requireNonNull(DemoLocation.class.getResourceAsStream(FILE), FILE)) {
            return LocationFile.read(FILE, content, Destination.EMPTY, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A busy calendar from {@code today} for 45 days, as it would be in a location that was just {@link #setup}. */
    public static List<ImportedAppointment> appointments(LocalDate today) {
        return new DemoAppointments(setup(today), today).all();
    }

    /** A day soon on which nobody has any free time. */
    public static LocalDate fullDay(LocalDate today) {
        return DemoAppointments.fullDay(today);
    }

    /** Whether a store has the demo and nothing else. */
    public static boolean isAlone(Store store) {
        return store.locations().ids().equals(List.of(LOCATION))
                && store.locations().find(LOCATION).filter(DemoLocation::isDemo).isPresent();
    }

    /** The first day of a demo that begins now. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /**
     * Makes the demo current: {@link #setUp}, then {@link #fillCalendar}.
     *
     * @throws IllegalStateException if the store has another location under this number
     */
    public static void load(Store store, Clock clock) {
        setUp(store, clock, () -> setup(today(clock)));
        fillCalendar(store, clock);
    }

    /**
     * Sets the demo up if it is not there or Emma is back from her holiday.
     *
     * @param fresh the set-up of today
     * @throws IllegalStateException if the store has another location under this number
     */
    public static void setUp(Store store, Clock clock, Supplier<LocationSetup> fresh) {
        var there = store.locations().find(LOCATION);
        if (there.isPresent() && !isDemo(there.get())) {
            throw new IllegalStateException("The demo would replace location " + LOCATION + ", " + there.get().location().title()
                    + "; start without the demo, or with another database");
        }
        if (there.isEmpty() || !hasWorkshop(there.get()) || isEmmaBack(there.get(), today(clock))) store.locations().replace(fresh.get());
    }

    /**
     * Adds the workshops to come, and the appointments and seats that were booked since the last time. What visitors of the demo have
     * booked stays, and what no longer fits beside it is passed over; they may go on booking meanwhile.
     */
    public static void fillCalendar(Store store, Clock clock) {
        var setup = store.locations().find(LOCATION).orElseThrow();
        var today = today(clock);
        var events = events(today);
        var calendar = new DemoAppointments(setup, today);
        store.insertImported(LOCATION, events, List.of());
        store.insertFitting(LOCATION, Stream.concat(calendar.all().stream(), calendar.seats(events).stream()).toList());
    }

    private static boolean isDemo(LocationSetup setup) {
        return setup.location().title().equals(TITLE);
    }

    /** Not so in a demo that an earlier version has set up. */
    private static boolean hasWorkshop(LocationSetup setup) {
        return setup.services().stream().anyMatch(service -> service.id() == STYLING_WORKSHOP);
    }

    private static boolean isEmmaBack(LocationSetup setup, LocalDate today) {
        return setup.teamMembers().stream().filter(person -> person.id() == EMMA).map(person -> person.hours().days())
                .allMatch(days -> days.isEmpty() || days.lastKey().isBefore(today));
    }
}

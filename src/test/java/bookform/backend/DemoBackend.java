package bookform.backend;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.Store;
import bookform.booking.Appointment;
import bookform.booking.ClientApi;
import bookform.booking.EventApi;
import bookform.booking.Location;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** The demo location with its workshops and an empty calendar otherwise, on a database of its own, early on a Monday. */
record DemoBackend(Store store, TestClock clock, SentMessages messages, AtomicLong nanoTime, EmbeddedBookingApi api, EventApi events,
        ClientApi clients)
        implements AutoCloseable {
    static final String NOW = "2026-11-23T05:00:00Z";
    static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    static final byte[] SECRET = new byte[32];

    static final ClientTexts TEXTS = new ClientTexts() {
        @Override
        public String code(Locale language, String code) {
            return "Code: " + code;
        }

        @Override
        public String signInCode(Locale language, String code) {
            return "Code to sign in: " + code;
        }

        @Override
        public String erasureCode(Locale language, String code) {
            return "Code to be forgotten: " + code;
        }

        @Override
        public Mail emailCode(Locale language, String to, String code) {
            return new Mail(to, "Code", code, Optional.empty());
        }

        @Override
        public Mail emailChanged(Locale language, String to) {
            return new Mail(to, "Changed", "", Optional.empty());
        }

        @Override
        public String phoneChanged(Locale language, String newPhone) {
            return "Now " + newPhone;
        }

        @Override
        public String reminder(Locale language, List<Appointment> appointments) {
            return "See you at " + appointments.getFirst().start();
        }

        @Override
        public Mail reminder(Locale language, String to, List<Appointment> appointments) {
            return new Mail(to, "Reminder", appointments.getFirst().start().toString(), Optional.empty());
        }

        @Override
        public String review(Locale language, Location location, String link) {
            return language + " " + link;
        }

        @Override
        public Mail review(Locale language, String to, Location location, String link) {
            return new Mail(to, "How was it?", link, Optional.empty());
        }

        @Override
        public Mail booked(Locale language, String to, List<Appointment> appointments) {
            return new Mail(to, "Booked", appointments.getFirst().start().toString(), Optional.empty());
        }
    };

    /** On SQLite. */
    static DemoBackend open(Path folder) {
        return open(TestDatabase.sqlite(folder));
    }

    static DemoBackend open(TestDatabase database) {
        return open(database, true);
    }

    static DemoBackend open(String url) {
        return open(url, true);
    }

    static DemoBackend open(TestDatabase database, boolean looksBeforeBooking) {
        return open(database.url(), looksBeforeBooking);
    }

    /** @param looksBeforeBooking false to see what the database alone prevents */
    static DemoBackend open(String url, boolean looksBeforeBooking) {
        return open(url, looksBeforeBooking, SendLimits.USUAL);
    }

    static DemoBackend open(String url, boolean looksBeforeBooking, SendLimits limits) {
        var clock = new TestClock(NOW);
        var store = Store.open(url, clock);
        store.locations().replace(DemoLocation.setup(MONDAY));
        store.insertImported(DemoLocation.LOCATION, DemoLocation.events(MONDAY), List.of());
        var messages = new SentMessages(clock);
        var nanoTime = new AtomicLong();
        var outbox = Outbox.direct(messages, messages);
        var api =
                new EmbeddedBookingApi(store, clock, outbox, TEXTS, SECRET, limits, new BookingCounts(), nanoTime::get, looksBeforeBooking);
        var events = new EmbeddedEventApi(api, store, clock, looksBeforeBooking);
        return new DemoBackend(store, clock, messages, nanoTime, api, events,
                new EmbeddedClientApi(api, store, clock, outbox, TEXTS, SECRET));
    }

    /** The demo location with a team of any size, all of whom are Anna. */
    static LocationSetup team(int size) {
        var setup = DemoLocation.setup(MONDAY);
        var anna = setup.teamMembers().getFirst();
        var team = LongStream.rangeClosed(1, size).mapToObj(id -> new Person(id, anna.name(), anna.specialization(), anna.position(),
                anna.photo(), anna.rating(), anna.information(), anna.skills(), anna.hours(), true)).toList();
        return setup.withTeamMembers(team);
    }

    String lastMessage(String phone) {
        return messages.latest().stream().filter(message -> message.to().equals(phone)).findFirst().orElseThrow().text();
    }

    String lastCode(String phone) {
        return lastMessage(phone).replaceAll("\\D", "");
    }

    @Override
    public void close() {
        store.close();
    }
}

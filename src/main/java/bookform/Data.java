package bookform;

import bookform.altegio.Altegio;
import bookform.backend.BookingCounts;
import bookform.backend.Outbox;
import bookform.backend.SentMessages;
import bookform.backend.mail.MailFiles;
import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.store.Store;
import bookform.operations.Metrics;
import bookform.operations.RequestLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The open database, and where messages go.
 *
 * @param demo the database is the demo's
 * @param sent messages that went nowhere
 * @param altegio the account that is booked on in place of the database; of which nothing is loaded where there is none
 */
record Data(Store store, boolean demo, SentMessages sent, Outbox outbox, Optional<Altegio> altegio) {
    static Data open(Config config, Clock clock, Secret secret) {
        var demoSetup = demoSetup(config, clock);
        var store = openStore(config, clock);
        try {
            store.whenOpen(() -> secret.requireOf(store, clock));
            var altegio = config.altegio().map(account -> BookingSystem.altegio(account, clock, store, secret));
            var demo = altegio.isEmpty()
                    && config.demo().orElseGet(() -> store.isOpen() && (store.isEmpty() || DemoLocation.isAlone(store)));
            if (demo) store.whenOpen(() -> DemoLocation.setUp(store, clock, demoSetup));
            var sent = new SentMessages(clock);
            var files = new MailFiles(config.data().resolve("mail"), clock);
            return new Data(store, demo, sent, demo ? Outbox.direct(sent, sent.and(files)) : config.messaging().outbox(clock), altegio);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /** Read while the database is being made, when it will surely be needed: it takes as long. */
    private static Supplier<LocationSetup> demoSetup(Config config, Clock clock) {
        Supplier<LocationSetup> setup = () -> DemoLocation.setup(DemoLocation.today(clock));
        var needed = config.altegio().isEmpty() && config.demo().orElse(true) && config.database().isEmpty()
                && !Files.exists(file(config));
        return needed ? CompletableFuture.supplyAsync(setup)::join : setup;
    }

    /** Not before pages are answered: the first of them need not wait for a calendar of weeks. */
    void fillDemo(Clock clock) {
        if (demo) store.whenOpen(() -> DemoLocation.fillCalendar(store, clock));
    }

    Metrics metrics(RequestLog log, BookingCounts bookings) {
        return new Metrics(log, store, outbox, bookings);
    }

    static String url(Config config) {
        return config.database().orElseGet(() -> Store.url(file(config)));
    }

    private static Path file(Config config) {
        return config.data().resolve("bookform.db");
    }

    /**
     * For commands about what is there already. An empty database, made by mistake in another folder, would answer them all the same:
     * who is to be forgotten would stay, and "nothing is known" would be said.
     *
     * @throws Config.Wrong when there is none
     */
    static Store openExisting(Config config, Clock clock) {
        if (config.database().isEmpty() && !Files.exists(file(config)))
            throw new Config.Wrong("BOOKFORM_DATA is " + config.data().toAbsolutePath().normalize() + ", where there is no database");
        return openStore(config, clock);
    }

    static Store openStore(Config config, Clock clock) {
        return config.database().map(url -> Store.open(url, clock))
                .orElseGet(() -> Store.open(file(config), clock));
    }
}

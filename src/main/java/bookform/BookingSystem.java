package bookform;

import bookform.altegio.Altegio;
import bookform.altegio.AltegioAccount;
import bookform.altegio.SharedText;
import bookform.backend.BookingCounts;
import bookform.backend.EmbeddedBookingApi;
import bookform.backend.EmbeddedClientApi;
import bookform.backend.EmbeddedEventApi;
import bookform.backend.Outbox;
import bookform.backend.Reminders;
import bookform.backend.ReviewLinks;
import bookform.backend.Rounds;
import bookform.backend.StoredText;
import bookform.backend.erasure.Erasure;
import bookform.backend.http.RestApi;
import bookform.backend.store.Store;
import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.booking.EventApi;
import bookform.web.Texts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What stands behind the pages; they do not know which.
 *
 * @param routes what it answers itself
 * @param rounds what it does by itself; empty where the business's own account does
 */
record BookingSystem(BookingApi bookings, EventApi events, ClientApi clients, Consumer<RoutesConfig> routes,
        Optional<Rounds> rounds) {
    private static final String HOOKS = "/hooks/altegio/";

    static BookingSystem of(Config config, Clock clock, Data data, Secret secret, BookingCounts counts) {
        return data.altegio().map(altegio -> on(altegio, secret))
                .orElseGet(() -> own(config, clock, data.store(), data.outbox(), data.demo(), secret, counts));
    }

    /** Our engine, with the REST API. */
    private static BookingSystem own(Config config, Clock clock, Store store, Outbox outbox, boolean demo, Secret secret,
            BookingCounts counts) {
        var texts = new ClientMessages(clock);
        var bookings = new EmbeddedBookingApi(store, clock, outbox, texts, secret.bytes("codes"), config.messaging().limits(), counts);
        var clients = new EmbeddedClientApi(bookings, store, clock, outbox, texts, secret.bytes("clients"));
        var events = new EmbeddedEventApi(bookings, store, clock);
        var rest = new RestApi(bookings, events, clients, store, clock, language -> Texts.in(language).messages(), demo);
        var reminders = new Reminders(bookings, store, clock, outbox, texts);
        var reviewLinks = new ReviewLinks(bookings, store, clock, outbox, texts, secret.bytes("clients"), address(config, demo));
        var rounds = new Rounds(reminders::sendDue, reviewLinks::sendDue, new Erasure(store, clock)::forgetDue);
        return new BookingSystem(bookings, events, clients, rest::add, Optional.of(rounds));
    }

    /** Where links in messages lead; the demo is looked at on this machine. */
    private static Optional<URI> address(Config config, boolean demo) {
        return config.url().or(() -> Optional.of(URI.create("http://localhost:" + config.port())).filter(here -> demo));
    }

    /** An Altegio account. Instances that share a database share its limit. */
    static Altegio altegio(AltegioAccount account, Clock clock, Store store, Secret secret) {
        return new Altegio(account, clock, store.isShared() ? new StoredText(store, "altegio budget") : SharedText.own(),
                name -> new StoredText(store, name), secret.bytes("altegio bookings"));
    }

    /**
     * Every page has so long to ask Altegio, and no longer. What changes over there, it tells to an address that nobody else knows.
     *
     * @param secret makes that address
     */
    private static BookingSystem on(Altegio altegio, Secret secret) {
        return new BookingSystem(altegio.bookings(), altegio.events(), altegio.clients(), routes -> {
            routes.before("/forms/*", ctx -> altegio.beginPage());
            routes.before("/cabinet/*", ctx -> altegio.beginPage());
            routes.before("/reviews/*", ctx -> altegio.beginPage());
            routes.post(hooks(secret), ctx -> ctx.status(altegio.takeWebhook(ctx.bodyAsBytes()) ? 204 : 400));
        }, Optional.empty());
    }

    /** Where Altegio tells us what changes. */
    static String hooks(Secret secret) {
        return HOOKS + secret.text("altegio hooks");
    }

    /** Whether a request comes from a server, not from a page of ours: what protects pages is not for it. */
    static boolean isFromServer(Context ctx) {
        return RestApi.isMeantBy(ctx.path()) || ctx.path().startsWith(HOOKS);
    }
}

package bookform;

import bookform.altegio.Altegio;
import bookform.backend.BookingCounts;
import bookform.backend.EmbeddedBookingApi;
import bookform.backend.EmbeddedClientApi;
import bookform.backend.Outbox;
import bookform.backend.http.RestApi;
import bookform.backend.store.Store;
import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.web.Texts;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What stands behind the pages; they do not know which.
 *
 * @param routes what it answers itself
 */
record BookingSystem(BookingApi bookings, ClientApi clients, Consumer<RoutesConfig> routes) {
    /** Our engine, with the REST API. */
    static BookingSystem own(Config config, Clock clock, Store store, Outbox outbox, boolean demo, Secret secret,
            BookingCounts counts) {
        var texts = new ClientMessages(clock);
        var bookings = new EmbeddedBookingApi(store, clock, outbox, texts, secret.bytes("codes"), config.messaging().limits(), counts);
        var clients = new EmbeddedClientApi(bookings, store, clock, outbox, texts, secret.bytes("clients"));
        var rest = new RestApi(bookings, clients, store, clock, language -> Texts.in(language).messages(), demo);
        return new BookingSystem(bookings, clients, rest::add);
    }

    /** An Altegio account: every page has so long to ask it, and no longer. */
    static BookingSystem altegio(Altegio altegio) {
        return new BookingSystem(altegio.bookings(), altegio.clients(), routes -> routes.before("/forms/*", ctx -> altegio.beginPage()));
    }
}

package bookform;

import bookform.backend.setup.DemoLocation;
import bookform.backend.store.Store;
import bookform.booking.BookingForm;
import java.io.PrintStream;
import java.util.OptionalLong;

/** What somebody reads who has started the application: where its pages are, and where the data lies. */
final class Greeting {
    private Greeting() {}

    static void print(App app, Config config, PrintStream out) {
        out.println("Bookform is running.");
        out.println();
        if (config.altegio().isPresent()) {
            out.println("  Booking page   " + app.url() + "/forms/ and the number of a booking form at Altegio");
            out.println("  Webhooks       " + app.url() + BookingSystem.hooks(Secret.of(config)) + "   (for Altegio's eyes alone)");
        } else if (app.store().isOpen()) {
            firstForm(app.store()).ifPresentOrElse(form -> pages(app, form, out),
                    () -> out.println("  There is no booking form yet: import a location first, bookform.jar import FILE"));
        } else {
            out.println("  The database does not answer yet; pages come as soon as it does.");
        }
        out.println("  Data           "
                + config.database().map(Store::shown).orElse(config.data().toAbsolutePath().normalize().toString()));
        if (app.adminPort() != 0) out.println("  Metrics        http://" + config.host() + ":" + app.adminPort() + "/metrics");
        out.flush();
    }

    private static void pages(App app, long form, PrintStream out) {
        var page = app.url() + "/forms/" + form;
        out.println("  Booking page   " + page);
        if (app.isDemo()) {
            out.println(
                    "  With SMS code  " + app.url() + "/forms/" + DemoLocation.SMS_FORM + "   (codes: " + app.url() + "/demo/messages)");
        }
        out.println("  Embed it       <iframe src=\"" + page
                + "\" title=\"Book online\" width=\"100%\" height=\"900\" frameborder=\"0\"></iframe>");
    }

    private static OptionalLong firstForm(Store store) {
        return store.locations().ids().stream().flatMap(id -> store.locations().find(id).stream()).flatMap(setup -> setup.forms().stream())
                .mapToLong(BookingForm::id).min();
    }
}

package bookform;

import bookform.altegio.Altegio;
import bookform.backend.BookingCounts;
import bookform.backend.Rounds;
import bookform.backend.store.Store;
import bookform.cabinet.Cabinet;
import bookform.demo.DemoPages;
import bookform.operations.AdminPort;
import bookform.operations.Metrics;
import bookform.operations.RequestLog;
import bookform.review.ReviewPage;
import bookform.templates.StaticTemplates;
import bookform.web.Assets;
import bookform.web.ErrorPages;
import bookform.web.Guesses;
import bookform.web.Health;
import bookform.web.Pages;
import bookform.web.SameOrigin;
import bookform.web.SecurityHeaders;
import bookform.web.WaysOn;
import bookform.widget.Widget;
import bookform.wizard.Wizard;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The application: configuration → objects → routes → running. The only class that sees every package. */
public final class App implements AutoCloseable {
    private final Config config;
    private final Clock clock;
    private final Data data;
    private final BookingSystem system;
    private final Javalin server;
    private final RequestLog log;
    private final Health health;
    private final Optional<AdminPort> admin;

    private App(Config config, Clock clock, Data data, BookingSystem system, Javalin server, RequestLog log, Health health,
            Optional<AdminPort> admin) {
        this.config = config;
        this.clock = clock;
        this.data = data;
        this.system = system;
        this.server = server;
        this.log = log;
        this.health = health;
        this.admin = admin;
    }

    public static void main(String[] arguments) {
        System.exit(new Commands(System.getenv(), System.out, System.err).run(arguments));
    }

    /**
     * Opens the database and answers requests until {@link #close}; ready when it returns.
     *
     * @throws Config.Wrong when a setting cannot be used
     */
    public static App start(Config config, Clock clock) {
        return start(config, clock, routes -> {});
    }

    /** @param more routes besides those of the application */
    static App start(Config config, Clock clock, Consumer<RoutesConfig> more) {
        var app = open(config, clock, more);
        app.beReady();
        return app;
    }

    /**
     * As {@link #start(Config, Clock)}, but with the first answer in mind: {@link #beReady} is the caller's to call.
     *
     * <p>The database opens beside the start of the web server: each takes half of a start, and neither needs the other before the routes.
     */
    static App open(Config config, Clock clock, Consumer<RoutesConfig> more) {
        var secret = Secret.of(config);
        var opening =
                CompletableFuture.supplyAsync(() -> Data.open(config, clock, secret),
                        task -> Thread.ofPlatform().name("database").start(task));
        var health = new Health(() -> opening.join().store().ready());
        var log = new RequestLog();
        var bookings = new BookingCounts();
        var system = opening.thenApply(data -> BookingSystem.of(config, clock, data, secret, bookings));
        try {
            var server = Server.start(config, log, routes -> {
                var errorPages = addRoutes(routes, config, clock, opening.join(), system.join(), secret, health);
                more.accept(routes);
                return errorPages;
            });
            opening.join().altegio().ifPresent(Altegio::start);
            return new App(config, clock, opening.join(), system.join(), server, log, health,
                    config.adminPort().map(port -> adminPort(config.host(), port, opening.join().metrics(log, bookings), health, server)));
        } catch (RuntimeException failure) {
            throw cleanedUp(failure, opening);
        }
    }

    /** Waits until the first page is out, or for so long: what {@link #beReady} does would keep whoever waits for it waiting longer. */
    void awaitFirstAnswer(Duration atMost) throws InterruptedException {
        log.awaitFirstAnswer(atMost);
    }

    /**
     * Does what nobody needs for a first page: fills the demo's calendar, and begins with what is done by itself.
     *
     * @throws RuntimeException when that cannot be; everything is closed then
     */
    void beReady() {
        try {
            data.fillDemo(clock);
            system.rounds().ifPresent(Rounds::start);
            health.start();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private static AdminPort adminPort(String host, int port, Metrics metrics, Health health, Javalin server) {
        try {
            return new AdminPort(host, port, metrics, health);
        } catch (RuntimeException taken) {
            Server.stop(server);
            throw taken;
        }
    }

    /** What went wrong; when that was the database, without what the web server made of it. */
    private static RuntimeException cleanedUp(RuntimeException failure, CompletableFuture<Data> opening) {
        try {
            opening.join().store().close();
            return failure;
        } catch (CompletionException unopened) {
            return unopened.getCause() instanceof RuntimeException cause ? cause : unopened;
        }
    }

    /** Where the pages are, as browsers see them. */
    public URI url() {
        return config.url()
                .orElseGet(() -> URI.create(
                        "http://" + (config.host().equals("0.0.0.0") || config.host().equals("127.0.0.1") ? "localhost" : config.host())
                                + ":" + server.port()));
    }

    public boolean isDemo() {
        return data.demo();
    }

    public Store store() {
        return data.store();
    }

    /** Every route, as {@code GET /forms/{form}}: for tests that leave none out. */
    public List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream().map(route -> route.endpoint)
                .filter(route -> !List.of("BEFORE", "AFTER").contains(route.method.name()))
                .map(route -> route.method.name() + " " + route.path).toList();
    }

    /** The port for whoever runs us; 0 for none. */
    public int adminPort() {
        return admin.map(AdminPort::port).orElse(0);
    }

    /**
     * From the first moment on not ready, so that who asks sends people elsewhere; answers what is under way, sends what is waiting, then
     * closes the database.
     */
    @Override
    public void close() {
        health.stop();
        Server.stop(server);
        data.altegio().ifPresent(Altegio::close);
        system.rounds().ifPresent(Rounds::close);
        data.outbox().close();
        data.store().close();
        admin.ifPresent(AdminPort::close);
    }

    /** Returns the pages for what goes wrong. */
    private static ErrorPages addRoutes(RoutesConfig routes, Config config, Clock clock, Data data, BookingSystem system, Secret secret,
            Health health) {
        var templates = new StaticTemplates();
        var assets = new Assets();
        var pages = new Pages(templates, assets, config.url());
        var wizard = new Wizard(system.bookings(), system.events(), pages, templates, assets, secret.bytes("submit"), clock);
        var demoPages = data.demo() ? Optional.of(new DemoPages(data.sent(), pages, templates)) : Optional.<DemoPages>empty();
        var errorPages = new ErrorPages(pages, templates, new WaysOn(system.bookings(), assets));
        rules(routes, config, errorPages);
        system.routes().accept(routes);
        wizard.add(routes);
        new ReviewPage(system.bookings(), system.clients(), pages, templates, assets).add(routes);
        new Cabinet(system.bookings(), system.clients(), pages, templates, assets, secret.bytes("cabinet"), clock).add(routes);
        new Widget(system.bookings(), pages, templates, assets).add(routes);
        routes.get("/assets/{file}", assets::show);
        health.add(routes);
        demoPages.ifPresent(present -> present.add(routes));
        return errorPages;
    }

    private static void rules(RoutesConfig routes, Config config, ErrorPages errorPages) {
        routes.before(SecurityHeaders::add);
        var sameOrigin = new SameOrigin(config.url());
        routes.before(ctx -> {
            if (!BookingSystem.isFromServer(ctx)) sameOrigin.check(ctx); // those have no cookies: they show a token, or know the address
        });
        new Guesses(System::nanoTime).add(routes);
        errorPages.add(routes);
    }
}

package bookform;

import bookform.backend.EmbeddedBookingApi;
import bookform.backend.LogSmsSender;
import bookform.backend.SentMessages;
import bookform.backend.SmsSender;
import bookform.backend.http.RestApi;
import bookform.backend.setup.DemoLocation;
import bookform.backend.store.Store;
import bookform.demo.DemoPages;
import bookform.templates.StaticTemplates;
import bookform.web.Assets;
import bookform.web.ErrorPages;
import bookform.web.Health;
import bookform.web.Pages;
import bookform.web.SameOrigin;
import bookform.web.SecurityHeaders;
import bookform.web.Texts;
import bookform.wizard.Wizard;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The application: configuration → objects → routes → running. The only class that sees every package. */
public final class App implements AutoCloseable {
    private final Config config;
    private final Store store;
    private final boolean demo;
    private final Javalin server;

    private App(Config config, Store store, boolean demo, Javalin server) {
        this.config = config;
        this.store = store;
        this.demo = demo;
        this.server = server;
    }

    public static void main(String[] arguments) {
        System.exit(new Commands(System.getenv(), System.out, System.err).run(arguments));
    }

    /**
     * Opens the database and answers requests until {@link #close}.
     *
     * @throws Config.Wrong when a setting cannot be used
     */
    public static App start(Config config, Clock clock) {
        var secret = Secret.of(config);
        var store = openStore(config, clock);
        try {
            var demo = config.demo().orElseGet(() -> store.isOpen() && (store.isEmpty() || DemoLocation.isAlone(store)));
            if (demo) store.whenOpen(() -> DemoLocation.load(store, clock));
            return new App(config, store, demo, listen(config, clock, store, demo, secret));
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    static Store openStore(Config config, Clock clock) {
        return config.database().map(url -> Store.open(url, clock)).orElseGet(() -> Store.open(config.data().resolve("bookform.db"), clock));
    }

    /** Where the pages are, as browsers see them. */
    public URI url() {
        return config.url().orElseGet(() -> URI.create("http://" + (config.host().equals("0.0.0.0") || config.host().equals("127.0.0.1") ? "localhost" : config.host()) + ":" + server.port()));
    }

    public boolean isDemo() {
        return demo;
    }

    public Store store() {
        return store;
    }

    /** Answers what is under way, then closes the database. */
    @Override public void close() {
        server.stop();
        store.close();
    }

    private static Javalin listen(Config config, Clock clock, Store store, boolean demo, Secret secret) {
        var sent = new SentMessages(clock);
        SmsSender sms = demo ? sent : new LogSmsSender();
        var api = new EmbeddedBookingApi(store, clock, sms, (language, code) -> Texts.in(language).text("phone_code.sms", "code", code), secret.bytes("codes"));
        var templates = new StaticTemplates();
        var assets = new Assets();
        var pages = new Pages(templates, assets);
        var wizard = new Wizard(api, pages, templates, assets, secret.bytes("submit"), clock);
        var demoPages = demo ? Optional.of(new DemoPages(sent, pages, templates)) : Optional.<DemoPages>empty();
        var rest = new RestApi(api, store, clock, language -> Texts.in(language).messages(), demo);
        return Server.start(config, routes -> {
            rules(routes, config, new ErrorPages(pages, templates));
            wizard.add(routes);
            rest.add(routes);
            routes.get("/assets/{file}", assets::show);
            new Health(store::ready).add(routes);
            demoPages.ifPresent(present -> present.add(routes));
        });
    }

    private static void rules(RoutesConfig routes, Config config, ErrorPages errorPages) {
        routes.before(SecurityHeaders::add);
        var sameOrigin = new SameOrigin(config.url());
        routes.before(ctx -> {
            if (!RestApi.isMeantBy(ctx)) sameOrigin.check(ctx); // the API has no cookies: whoever calls it shows a token
        });
        errorPages.add(routes);
    }
}

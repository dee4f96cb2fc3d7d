package bookform.backend;

import bookform.backend.http.RestApi;
import bookform.backend.store.Store;
import bookform.booking.BookingApi;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import bookform.web.Texts;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The demo location with an empty calendar, behind our REST API on a socket of this machine. */
public final class DemoServer implements AutoCloseable {
    private final DemoBackend backend;
    private final Javalin server;

    private DemoServer(DemoBackend backend, Consumer<RoutesConfig> more) {
        this.backend = backend;
        var rest = new RestApi(backend.api(), backend.events(), backend.clients(), backend.store(), backend.clock(),
                language -> Texts.in(language).messages(), true);
        this.server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.concurrency.useVirtualThreads = true;
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = 0;
            more.accept(javalin.routes);
            rest.add(javalin.routes);
        }).start();
    }

    public static DemoServer start(Path folder) {
        return start(folder, routes -> {});
    }

    /** @param more routes in front of the API's */
    public static DemoServer start(Path folder, Consumer<RoutesConfig> more) {
        return new DemoServer(DemoBackend.open(TestDatabase.sqlite(folder)), more);
    }

    /** Where the API is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + RestApi.PATH);
    }

    /** What stands behind it. */
    public BookingApi api() {
        return backend.api();
    }

    public TestClock clock() {
        return backend.clock();
    }

    public Store store() {
        return backend.store();
    }

    public String lastMessage(String phone) {
        return backend.lastMessage(phone);
    }

    public String lastCode(String phone) {
        return backend.lastCode(phone);
    }

    @Override
    public void close() {
        server.stop();
        backend.close();
    }
}

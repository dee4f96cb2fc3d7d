package bookform.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** Whether we are alive, and whether we can take bookings, for whoever runs us. */
public final class Health {
    private final BooleanSupplier ready;

    /** @param ready whether the database can be written now; what others do does not count (reliability.md F3) */
    public Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    public void add(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.result("alive\n"));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context ctx) {
        var isReady = ready.getAsBoolean();
        ctx.status(isReady ? 200 : 503).result(isReady ? "ready\n" : "not ready\n");
    }
}

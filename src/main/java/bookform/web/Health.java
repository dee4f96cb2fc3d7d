package bookform.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** Whether we are alive, and whether we can take bookings, for whoever runs us. */
public final class Health {
    public static final String ALIVE = "alive\n";
    public static final String READY = "ready\n";
    public static final String NOT_READY = "not ready\n";

    private final BooleanSupplier ready;
    private volatile boolean started;
    private volatile boolean stopping;

    /** @param ready whether the database can be written now; what others do does not count (reliability.md F3) */
    public Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    public void add(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.result(ALIVE));
        routes.get("/health/ready", this::show);
    }

    public boolean isReady() {
        return started && !stopping && ready.getAsBoolean();
    }

    /** From now on we are ready, whenever the database is; not when we were told to stop before we had started. */
    public void start() {
        started = true;
    }

    /** From now on we are not ready: who asks sends people elsewhere. */
    public void stop() {
        stopping = true;
    }

    private void show(Context ctx) {
        var isReady = isReady();
        ctx.status(isReady ? 200 : 503).result(isReady ? READY : NOT_READY);
    }
}

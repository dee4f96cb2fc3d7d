package bookform.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The request that this thread works for: its id stands in every line that is logged meanwhile. */
public final class CurrentRequest {
    /** Where a request goes that no route is for. */
    public static final String NO_ROUTE = "(no route)";

    private static final ScopedValue<CurrentRequest> CURRENT = ScopedValue.newInstance();

    /** Long enough for what proxies make, and too long for a phone: a stranger, too, may say what they like here. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final String id;
    private volatile String route = NO_ROUTE;

    private CurrentRequest(String id) {
        this.id = id;
    }

    /** @param offered the id that whoever sent the request gave it, or null; what looks like none is replaced */
    public static CurrentRequest of(String offered) {
        return new CurrentRequest(offered != null && ACCEPTED.matcher(offered).matches() ? offered
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    public static Optional<CurrentRequest> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** For work that another thread does for this request. */
    public static Runnable carried(Runnable work) {
        return find().<Runnable>map(request -> () -> request.run(work)).orElse(work);
    }

    public String id() {
        return id;
    }

    /** As it is in the route table: a real path may hold an appointment's secret. */
    public String route() {
        return route;
    }

    public void goesTo(String route) {
        this.route = route;
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}

package bookform.operations;

import bookform.telemetry.Access;
import bookform.telemetry.CurrentRequest;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives every request its id, counts it, and says in one line how it was answered. */
public final class RequestLog extends Handler.Wrapper {
    private static final String ID = "X-Request-Id";

    private final Requests requests = new Requests();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);

    /** To be told by Javalin which route it was; nobody else knows. */
    public static void routed(Context ctx) {
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        if (endpoint != null) CurrentRequest.find().ifPresent(request -> request.goesTo(endpoint.path));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return begin(request, response).call(() -> super.handle(request, response, callback));
    }

    /** The same for what is refused before it gets here: nothing is answered without an id, or is counted twice. */
    public Request.Handler around(Request.Handler refusals) {
        return (request, response, callback) -> response.getHeaders().contains(ID) ? refusals.handle(request, response, callback)
                : begin(request, response).call(() -> refusals.handle(request, response, callback));
    }

    private CurrentRequest begin(Request request, Response response) {
        var current = CurrentRequest.of(request.getHeaders().get(ID));
        response.getHeaders().put(ID, current.id());
        requests.begin();
        Request.addCompletionListener(request, failure -> current.run(() -> answered(current, request, response)));
        return current;
    }

    /**
     * Waits until somebody has been answered, or for so long.
     *
     * @throws InterruptedException when told to stop waiting
     */
    public void awaitFirstAnswer(Duration atMost) throws InterruptedException {
        firstAnswer.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    Requests requests() {
        return requests;
    }

    private void answered(CurrentRequest current, Request request, Response response) {
        var nanos = System.nanoTime() - request.getBeginNanoTime();
        requests.end(request.getMethod(), current.route(), response.getStatus(), nanos);
        firstAnswer.countDown();
        if (current.route().startsWith("/health/") && response.getStatus() == 200) return; // asked every few seconds, for ever
        new Access(request.getMethod(), current.route(), response.getStatus(), nanos / 1e6, Response.getContentBytesWritten(response))
                .log();
    }
}

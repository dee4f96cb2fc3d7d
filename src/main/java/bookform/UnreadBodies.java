package bookform;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes in, and throws away, what of a body is still to come when its request has been answered, as RFC 9112 §9.3 asks of whoever keeps the
 * connection. Jetty alone hangs up without a word: the next call on that connection, which may be a booking, finds nobody there, and
 * an answer that nobody has read yet may be lost.
 */
final class UnreadBodies extends Handler.Wrapper {
    /** Of bytes; whoever sends more is hung up on. */
    static final long MOST = 8 << 20;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // Whoever waits to be told to go on has sent nothing, and will not
        if (request.getHeaders().contains(HttpHeader.EXPECT)) return super.handle(request, response, callback);
        return super.handle(request, response, new Rest(request, callback));
    }

    private static final class Rest extends Callback.Nested implements Runnable {
        private final Request request;
        private long taken;

        Rest(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        @Override
        public void succeeded() {
            run();
        }

        @Override
        public void run() {
            for (var isLast = false; !isLast && taken < MOST;) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                isLast = chunk.isLast() || Content.Chunk.isFailure(chunk);
                taken += chunk.remaining();
                chunk.release();
            }
            super.succeeded();
        }
    }
}

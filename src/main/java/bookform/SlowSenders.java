package bookform;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Gives up on who sends a body too slowly to mean it: they would hold a connection for ever (reliability.md §0.7). Jetty's own rule has
 * no patience: it counts from the first byte on, so a form of few words, or none, was refused when we ourselves paused for a
 * hundredth of a second between two looks at it.
 */
final class SlowSenders extends Handler.Wrapper {
    /** Of reading, in which anybody may be slow. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final long BYTES_A_SECOND = 100;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Watched(request), response, callback);
    }

    /** Whether so much is too little for so long. */
    static boolean isTooSlow(long bytes, Duration reading) {
        return bytes < reading.minus(GRACE).toMillis() * BYTES_A_SECOND / 1_000;
    }

    private static final class Watched extends Request.Wrapper {
        private long begun;
        private long received;
        private Content.Chunk end;

        Watched(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            if (end != null) return end;
            if (begun == 0) begun = NanoTime.now();
            var chunk = super.read();
            if (chunk != null) received += chunk.remaining();
            if (chunk != null && chunk.isLast() || !isTooSlow(received, Duration.ofNanos(NanoTime.since(begun)))) return chunk;
            if (chunk != null) chunk.release();
            end = Content.Chunk.from(new IOException("The body comes too slowly"));
            return end;
        }
    }
}

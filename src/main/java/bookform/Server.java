package bookform;

import bookform.operations.RequestLog;
import bookform.web.ErrorPages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.LoggerFactory;

/** Jetty as we run it: virtual threads, small requests, slow senders cut off, and an orderly end. */
final class Server {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Logger JAVALIN = Logger.getLogger(Javalin.class.getName());
    private static final int STOP_MILLIS = 10_000;
    private static final int LARGEST_HEADER = 16_384;
    private static final long LARGEST_BODY = 65_536;

    private Server() {}

    /**
     * @param routes is called last, when all of Jetty but its port is up: what the routes need may be made meanwhile; returns the pages for
     *     what goes wrong
     */
    static Javalin start(Config config, RequestLog log, Function<RoutesConfig, ErrorPages> routes) {
        try {
            return silently(() -> create(config, log, routes).start());
        } catch (RuntimeException failure) {
            throw named(failure, config);
        }
    }

    /** Answers what is under way, and turns away what comes meanwhile; whoever still waits after ten seconds is cut off. */
    static void stop(Javalin server) {
        try {
            silently(server::stop);
        } catch (JavalinException failure) {
            if (failure.getCause() instanceof TimeoutException) {
                LOG.warn("Who was not answered {} ms after the stop began was cut off", STOP_MILLIS);
            } else {
                LOG.error("The web server did not stop in order", failure);
            }
        }
    }

    /** Javalin would say that it failed, and not why. */
    private static Javalin silently(Supplier<Javalin> action) {
        var level = JAVALIN.getLevel();
        JAVALIN.setLevel(Level.OFF);
        try {
            return action.get();
        } finally {
            JAVALIN.setLevel(level);
        }
    }

    /** The address that cannot be listened on, by its settings; anything else as it is. */
    private static RuntimeException named(RuntimeException failure, Config config) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException)
                return new IllegalStateException("BOOKFORM_HOST " + config.host() + " is no address that is known here");
            if (cause instanceof BindException) {
                return new IllegalStateException(
                        "BOOKFORM_PORT " + config.port() + " at BOOKFORM_HOST " + config.host() + ": " + cause.getMessage());
            }
        }
        return failure;
    }

    private static Javalin create(Config config, RequestLog log, Function<RoutesConfig, ErrorPages> routes) {
        return Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.startup.showOldJavalinVersionWarning = false;
            javalin.startup.startupWatcherEnabled = false;
            javalin.concurrency.useVirtualThreads = true;
            javalin.http.compressionStrategy = CompressionStrategy.NONE; // pages and assets compress themselves
            javalin.http.maxRequestSize = LARGEST_BODY;
            javalin.http.prefer405over404 = true;
            javalin.router.ignoreTrailingSlashes = true;
            javalin.requestLogger.http((ctx, millis) -> RequestLog.routed(ctx));
            javalin.jetty.addConnector((jetty, http) -> new Door(jetty, http, config.host(), config.port()));
            javalin.jetty.modifyHttpConfiguration(Server::limit);
            // Without time to stop requests under way are cut off; the handler answers 503 to those that come meanwhile (reliability.md §0.8).
            javalin.jetty.modifyServer(jetty -> {
                jetty.insertHandler(new HeadLikeGet());
                jetty.insertHandler(new GracefulHandler());
                jetty.insertHandler(log);
                jetty.insertHandler(new UnreadBodies());
                jetty.insertHandler(new SlowSenders());
                jetty.insertHandler(
                        new LastToStart(() -> jetty.setErrorHandler(log.around(new TurnedAway(routes.apply(javalin.routes))))));
                jetty.setStopTimeout(STOP_MILLIS);
            });
        });
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
    }

    /** Does something after all other handlers have started; only then does Jetty begin to take requests. */
    private static final class LastToStart extends Handler.Wrapper {
        private final Runnable last;

        LastToStart(Runnable last) {
            this.last = last;
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            last.run();
        }
    }
}

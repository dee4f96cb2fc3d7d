package bookform.operations;

import bookform.web.Health;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port for whoever runs us: metrics and health. The JDK's own server, so that it answers when the other is busy or has stopped taking
 * requests, and costs nothing where it is not asked for.
 */
public final class AdminPort implements AutoCloseable {
    private final Metrics metrics;
    private final Health health;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param port 0 takes a free one
     * @throws IllegalStateException when it is taken
     */
    public AdminPort(String host, int port, Metrics metrics, Health health) {
        this.metrics = metrics;
        this.health = health;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException failure) {
            throw new IllegalStateException("BOOKFORM_ADMIN_PORT " + port + " cannot be listened on: " + failure.getMessage());
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, 405, "text/plain", "only GET\n");
            } else {
                page(exchange);
            }
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/metrics" -> send(exchange, 200, MetricsPage.TYPE, metrics.text());
            case "/health/live" -> send(exchange, 200, "text/plain", Health.ALIVE);
            case "/health/ready" -> {
                var ready = health.isReady();
                send(exchange, ready ? 200 : 503, "text/plain", ready ? Health.READY : Health.NOT_READY);
            }
            default -> send(exchange, 404, "text/plain", "not here\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}

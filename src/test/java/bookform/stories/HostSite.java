package bookform.stories;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody's own site, on another origin than ours. */
final class HostSite implements AutoCloseable {
    /** As strict as sites come: the script has to live without inline styles and evaluated code. */
    private static final String POLICY = "default-src 'none'; script-src 'unsafe-inline' http://localhost:* http://*.localhost:* %s; "
            + "frame-src http://localhost:* http://*.localhost:*";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** @param scripts whose it loads, beside our own: {@code https://counting.example} */
    HostSite(String... scripts) {
        var policy = POLICY.formatted(String.join(" ", scripts));
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var page = pages.get(exchange.getRequestURI().getPath());
            var html = page == null ? new byte[0] : page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(page == null ? 404 : 200, html.length == 0 ? -1 : html.length);
            try (var body = exchange.getResponseBody()) {
                body.write(html);
            }
        });
        server.start();
    }

    /** @return where a page with this body now is */
    String page(String path, String body) {
        pages.put(path,
                "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content=\"width=device-width, initial-scale=1\">"
                        + "<title>A salon</title></head><body><main><h1>Vera's salon</h1>" + body + "</main></body></html>");
        return url() + path;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

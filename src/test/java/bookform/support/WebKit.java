package bookform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebKitGTK's own browser over the WebDriver protocol: JSON over HTTP. It sends no cookies from frames of other sites, as Safari does
 * not, and needs a screen, which is one in memory.
 */
final class WebKit implements OtherBrowser {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern DISPLAY = Pattern.compile("^([0-9]+)$");
    /** How the protocol names elements. */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final JsonNode PAGE = JSON.nullNode();
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Launched screen;
    private final Launched driver;
    private final String address;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String session;
    private JsonNode frame = PAGE;

    private WebKit(Launched screen, Launched driver, String address) {
        this.screen = screen;
        this.driver = driver;
        this.address = address;
        session = "/session/" + post("/session", Map.of("capabilities", Map.of("alwaysMatch", Map.of()))).path("sessionId").asString();
        post(session + "/timeouts", Map.of("script", PATIENCE.toMillis()));
        // So high that nothing scrolls: once the page has, the driver presses beside what is in a frame.
        post(session + "/window/rect", Map.of("x", 0, "y", 0, "width", WIDTH, "height", HEIGHT));
    }

    static WebKit start(Path driver, Path screen) {
        var shown = Launched.start(Launched.folder(), Map.of(),
                List.of(screen.toString(), "-displayfd", "1", "-screen", "0", WIDTH + "x" + HEIGHT + "x24", "-nolisten", "tcp"));
        var port = freePort();
        var environment = Map.of("DISPLAY", ":" + shown.says(DISPLAY), "NO_AT_BRIDGE", "1", "LIBGL_ALWAYS_SOFTWARE", "1",
                "GSETTINGS_BACKEND", "memory");
        var driving = Launched.start(Launched.folder(), environment, List.of(driver.toString(), "--port=" + port));
        driving.discardOutput();
        return new WebKit(shown, driving, "http://127.0.0.1:" + port);
    }

    @Override
    public void open(String address) {
        post(session + "/url", Map.of("url", address));
    }

    @Override
    public void await(String expression) {
        act(PAGE);
        if (script(OtherBrowser.once(expression)).isNull()) throw new AssertionError("Not so in WebKit: " + expression);
        act(frame);
    }

    @Override
    public void enterFrame(String expression) {
        act(PAGE);
        frame = script(OtherBrowser.once(expression));
        act(frame);
    }

    @Override
    public void click(String selector) {
        post(session + "/element/" + find(selector) + "/click", Map.of());
    }

    @Override
    public void type(String selector, String text) {
        post(session + "/element/" + find(selector) + "/value", Map.of("text", text));
    }

    @Override
    public String text(String selector) {
        find(selector);
        return script(OtherBrowser.find(selector) + ".textContent").asString().strip();
    }

    @Override
    public void close() {
        http.shutdownNow();
        driver.close();
        screen.close();
    }

    /** In a frame of the page, or in the page itself. */
    private void act(JsonNode place) {
        post(session + "/frame", JSON.createObjectNode().set("id", place));
    }

    private String find(String selector) {
        var found = script(OtherBrowser.atRest(selector));
        if (!found.has(ELEMENT)) throw new AssertionError("Not seen in WebKit: " + selector);
        return found.path(ELEMENT).asString();
    }

    private JsonNode script(String expression) {
        var body = "const done = arguments[0]; Promise.resolve(" + expression + ").then(done);";
        return post(session + "/execute/async", Map.of("script", body, "args", List.of()));
    }

    private JsonNode post(String path, Object parameters) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE.plusSeconds(5))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(parameters))).build();
        var answer = send(request);
        var value = JSON.readTree(answer).path("value");
        if (value.has("error")) throw new AssertionError("WebKit: " + path + ": " + answer);
        return value;
    }

    /** The driver says nowhere that it listens: it is asked until it does. */
    private String send(HttpRequest request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return http.send(request, BodyHandlers.ofString()).body();
            } catch (ConnectException notYet) {
                if (System.nanoTime() > until) throw new UncheckedIOException(notYet);
                LockSupport.parkNanos(20_000_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

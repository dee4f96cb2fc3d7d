package bookform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Firefox over WebDriver BiDi, which it speaks by itself: JSON over one web socket. */
final class Firefox implements OtherBrowser {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LISTENS = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final String NO_COOKIES_OF_FRAMES = "user_pref('network.cookie.cookieBehavior', 1);\n";
    private static final String SUCCESS = "success";

    private final Launched program;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Answers answers = new Answers();
    private final WebSocket socket;
    private final String page;
    private String frame;
    private long asked;

    private Firefox(Launched program, String address) {
        this.program = program;
        socket = http.newWebSocketBuilder().buildAsync(URI.create(address + "/session"), answers).join();
        ask("session.new", Map.of("capabilities", Map.of()));
        page = ask("browsingContext.getTree", Map.of()).at("/contexts/0/context").asString();
    }

    static Firefox start(Path executable) {
        var profile = Launched.folder();
        try {
            Files.writeString(profile.resolve("user.js"), NO_COOKIES_OF_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var program = Launched.start(profile, Map.of(), List.of(executable.toString(), "--headless", "--no-remote", "--profile",
                profile.toString(), "--remote-debugging-port=0", "about:blank"));
        return new Firefox(program, program.says(LISTENS));
    }

    @Override
    public void open(String address) {
        ask("browsingContext.navigate", Map.of("context", page, "url", address, "wait", "complete"));
    }

    @Override
    public void await(String expression) {
        if (evaluate(page, OtherBrowser.once(expression)).path("type").asString().equals("null"))
            throw new AssertionError("Not so in Firefox: " + expression);
    }

    @Override
    public void enterFrame(String expression) {
        frame = evaluate(page, OtherBrowser.once("(" + expression + ")?.contentWindow")).at("/value/context").asString();
    }

    @Override
    public void click(String selector) {
        var element = Map.of("type", "element", "element", Map.of("sharedId", find(selector)));
        perform(Map.of("type", "pointer", "id", "mouse", "actions", List.of(
                Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", element), Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerUp", "button", 0))));
    }

    @Override
    public void type(String selector, String text) {
        click(selector);
        var keys = new ArrayList<Map<String, String>>();
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            keys.add(Map.of("type", "keyDown", "value", key));
            keys.add(Map.of("type", "keyUp", "value", key));
        });
        perform(Map.of("type", "key", "id", "keyboard", "actions", keys));
    }

    @Override
    public String text(String selector) {
        find(selector);
        return evaluate(frame, OtherBrowser.find(selector) + ".textContent").path("value").asString().strip();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        program.close();
    }

    /** The browser's own name for an element. */
    private String find(String selector) {
        var found = evaluate(frame, OtherBrowser.atRest(selector));
        if (!found.has("sharedId")) throw new AssertionError("Not seen in Firefox: " + selector);
        return found.path("sharedId").asString();
    }

    private void perform(Map<String, Object> source) {
        ask("input.performActions", Map.of("context", frame, "actions", List.of(source)));
    }

    private JsonNode evaluate(String context, String expression) {
        var answer = ask("script.evaluate",
                Map.of("expression", expression, "target", Map.of("context", context), "awaitPromise", true));
        if (!answer.path("type").asString().equals(SUCCESS)) throw new AssertionError("Firefox: " + answer);
        return answer.path("result");
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        var answer = answers.to(++asked);
        socket.sendText(JSON.writeValueAsString(Map.of("id", asked, "method", method, "params", parameters)), true).join();
        var told = answer.orTimeout(20, TimeUnit.SECONDS).join();
        if (!told.path("type").asString().equals(SUCCESS)) throw new AssertionError("Firefox: " + method + ": " + told);
        return told.path("result");
    }

    /** What comes back, by the number of the question; events are passed over. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Long, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
        private final StringBuilder message = new StringBuilder();

        CompletableFuture<JsonNode> to(long id) {
            return expected.computeIfAbsent(id, _ -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                var told = JSON.readTree(message.toString());
                message.setLength(0);
                var answer = expected.remove(told.path("id").asLong(0));
                if (answer != null) answer.complete(told);
            }
            from.request(1);
            return null;
        }
    }
}

package bookform.support;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Our REST API with what only the original has: answers are passed on with some words replaced, or given in place of ours. */
public final class OtherServer implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "Accept", "Accept-Language", "Content-Type");

    private final String server;
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final Map<String, Said> answers = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Javalin javalin = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.get("/<path>", this::answer);
        config.routes.post("/<path>", this::answer);
        config.routes.put("/<path>", this::answer);
        config.routes.delete("/<path>", this::answer);
    }).start("127.0.0.1", 0);

    private record Said(int status, String json) {}

    /** @param server the address of ours */
    public OtherServer(String server) {
        this.server = server;
    }

    public String url() {
        return "http://127.0.0.1:" + javalin.port();
    }

    /** From now on the answers say one for the other. */
    public OtherServer says(String instead, String of) {
        words.put(of, instead);
        return this;
    }

    /** @param call part of such calls, {@code PUT /api/v1/book_record} */
    public OtherServer answers(String call, String json) {
        return refuses(call, 200, json);
    }

    public OtherServer refuses(String call, int status, String json) {
        answers.put(call, new Said(status, json));
        return this;
    }

    /** Nothing but failures. */
    public OtherServer fails(String call) {
        return refuses(call, 500, "");
    }

    /** Everything is as ours says it again. */
    public void saysOurs() {
        words.clear();
        answers.clear();
    }

    /** What was sent so far. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        javalin.stop();
        http.shutdownNow();
    }

    private void answer(Context ctx) throws IOException, InterruptedException {
        bodies.add(ctx.body());
        var known = answers.entrySet().stream().filter(answer -> (ctx.method() + " " + ctx.path()).contains(answer.getKey()))
                .map(Map.Entry::getValue).findFirst();
        if (known.isPresent()) {
            ctx.status(known.get().status()).contentType("application/json").result(known.get().json());
        } else {
            pass(ctx);
        }
    }

    private void pass(Context ctx) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString())))
                .method(ctx.method().name(), BodyPublishers.ofString(ctx.body()));
        for (var name : PASSED_ON) if (ctx.header(name) != null) request.header(name, ctx.header(name));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var body = answer.body();
        for (var word : words.entrySet()) body = body.replace(word.getKey(), word.getValue());
        ctx.status(answer.statusCode()).contentType("application/json").result(body);
    }
}

package bookform.history;

import bookform.altegio.wire.WireJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Calls the REST API of whichever server is there. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final List<ServerProcess> servers;
    private final String token;
    private final Random random;

    Caller(List<ServerProcess> servers, String token, Random random) {
        this.servers = servers;
        this.token = token;
        this.random = random;
    }

    /** @return empty when nobody knows what became of it; also of a server that says so itself */
    Optional<HttpResponse<String>> call(String method, String path, String body, String... headers) throws InterruptedException {
        while (true) {
            var request = HttpRequest.newBuilder(URI.create(servers.get(random.nextInt(servers.size())).url() + "/api/v1" + path))
                    .timeout(PATIENCE).header("Authorization", "Bearer " + token)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (headers.length > 0) request.headers(headers);
            try {
                return Optional.of(http.send(request.build(), BodyHandlers.ofString())).filter(answer -> answer.statusCode() < 500);
            } catch (ConnectException nobodyThere) {
                Thread.onSpinWait(); // nothing was sent
            } catch (IOException unknown) {
                return Optional.empty();
            }
        }
    }

    /** @return empty when there was no answer */
    Optional<Set<Instant>> free(long teamMember, LocalDate day) throws InterruptedException {
        return call("GET", Salon.times(teamMember, day), "").map(answer -> {
            var free = new HashSet<Instant>();
            for (var slot : json(answer)) free.add(instant(slot.get("datetime").asString()));
            return free;
        });
    }

    /** The fine code of a refusal. */
    static int code(HttpResponse<String> answer) {
        return json(answer).at("/errors/code").asInt();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return WireJson.json().readTree(answer.body());
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}

package bookform.altegio;

import bookform.altegio.wire.WireJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a call and brings back what was answered, whole and in time. It never follows a redirect: the token is for one host alone. What
 * the connection did wrong becomes a {@link Fault} that says whether the call may have had its effect.
 */
final class Transport implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final String VENDOR = "application/vnd.api.v2+json";

    private final AltegioAccount account;
    private final HttpClient http;

    /** Whom it trusts, the machine decides. */
    Transport(AltegioAccount account) {
        this(account, HttpClient.newBuilder());
    }

    /** For tests, which trust others. */
    Transport(AltegioAccount account, HttpClient.Builder client) {
        this.account = account;
        this.http = client.connectTimeout(CONNECT).followRedirects(Redirect.NEVER)
                .version(account.url().getScheme().equals("https") ? Version.HTTP_2 : Version.HTTP_1_1).build();
    }

    /**
     * @param time for all of it, to the last byte of the answer
     * @throws Fault when there is no answer
     */
    HttpResponse<byte[]> send(Call call, Duration time) {
        var answer = http.sendAsync(request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), WireJson.LARGEST_ANSWER));
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooSlow) {
            throw new Fault(Fault.Kind.TIMED_OUT, call);
        } catch (ExecutionException failure) {
            throw new Fault(kind(failure.getCause()), call, failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault(Fault.Kind.CUT_OFF, call);
        } finally {
            answer.cancel(true); // nobody reads on; what is complete is not touched by it
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(call.at(account)).header("Accept", VENDOR)
                .header("Authorization", "Bearer " + account.token() + call.user().map(user -> ", User " + user).orElse(""))
                .header("Accept-Language", call.language().map(language -> language.toLanguageTag() + ", en;q=0.5").orElse("en"));
        call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        return request
                .method(call.method(), call.body().map(WireJson::write).map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()))
                .build();
    }

    private static Fault.Kind kind(Throwable failure) {
        return switch (failure) {
            case ConnectException never -> Fault.Kind.NOT_CONNECTED;
            case HttpConnectTimeoutException never -> Fault.Kind.NOT_CONNECTED;
            case UnresolvedAddressException never -> Fault.Kind.NOT_CONNECTED;
            case SSLHandshakeException untrusted -> Fault.Kind.NOT_TRUSTED;
            case IOException tooLarge when String.valueOf(tooLarge.getMessage()).contains("exceeds") -> Fault.Kind.TOO_LARGE;
            default -> Fault.Kind.CUT_OFF;
        };
    }
}

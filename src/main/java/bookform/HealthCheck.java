package bookform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** {@code health}: asks a running instance whether it is alive, so that a container needs no other program for its health check. */
final class HealthCheck {
    private static final int PATIENCE_MILLIS = 3_000;

    private HealthCheck() {}

    /** @return 0, or 1 when nothing healthy answers where the settings say */
    static int run(Config config, PrintStream out, PrintStream err) {
        var host = config.host().equals("0.0.0.0") ? "127.0.0.1" : config.host();
        var url = URI.create("http://" + host + ":" + config.port() + "/health/live");
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            var status = connection.getResponseCode();
            (status == 200 ? out : err).println(url + " answers " + status);
            return status == 200 ? 0 : 1;
        } catch (IOException unreachable) {
            err.println(url + " does not answer: " + unreachable.getMessage());
            return 1;
        }
    }
}

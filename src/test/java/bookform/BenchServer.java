package bookform;

import bookform.bench.ConstantPage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The application with one route more, {@code /bench/constant}, the ceiling of the benchmarks. Takes the same settings and flags, and
 * says on its first line where it listens.
 */
public final class BenchServer {
    private BenchServer() {}

    public static void main(String[] arguments) {
        Logging.configure();
        var config = Config.from(Config.withFlags(System.getenv(), List.of(arguments), new ArrayList<>()));
        var constant = new ConstantPage();
        var app = App.start(config, Clock.systemUTC(), routes -> routes.get("/bench/constant", constant::show));
        System.out.println(app.url());
    }
}

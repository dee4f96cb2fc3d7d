package bookform;

import bookform.bench.ConstantAnswer;
import bookform.bench.ConstantPage;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The application with two routes more, {@code /bench/constant} and {@code /bench/constant/{size}}, the ceilings of the benchmarks. Takes the same settings and flags, and
 * says on its first line where it listens.
 */
public final class BenchServer {
    private BenchServer() {}

    public static void main(String[] arguments) {
        Logging.configure();
        var config = Config.from(Config.withFlags(System.getenv(), List.of(arguments), new ArrayList<>()));
        var constant = new ConstantPage();
        var answer = new ConstantAnswer();
        var app = App.start(config, Clock.systemUTC(), routes -> {
            routes.get("/bench/constant", constant::show);
            routes.addHttpHandler(HandlerType.GET, "/bench/constant/{size}", answer::show);
            routes.addHttpHandler(HandlerType.POST, "/bench/constant/{size}", answer::show);
        });
        System.out.println(app.url());
    }
}

package bookform.history;

import bookform.App;
import bookform.Config;
import bookform.backend.store.Careless;
import bookform.support.RunningApp;
import bookform.support.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The application in a process of its own, with a clock that moves by the seconds that it is told on its standard input. */
final class HistoryServer {
    /** As an argument: does not wait for the disk. */
    static final String CARELESS = "careless";

    static final String SECRET = "s".repeat(32);

    private HistoryServer() {}

    /** @param arguments the address of the database, the data folder, and perhaps {@link #CARELESS} */
    public static void main(String[] arguments) throws IOException {
        Thread.currentThread().setUncaughtExceptionHandler((main, failure) -> System.exit(1)); // somebody waits for what it says
        var clock = new TestClock(RunningApp.MONDAY);
        var app = App.start(Config.from(Map.of("BOOKFORM_PORT", "0", "BOOKFORM_DEMO", "false", "BOOKFORM_SECRET", SECRET,
                "BOOKFORM_DATABASE", arguments[0], "BOOKFORM_DATA", arguments[1])), clock);
        if (List.of(arguments).contains(CARELESS)) Careless.make(app.store());
        System.out.println(app.url());
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var seconds = told.readLine(); seconds != null; seconds = told.readLine())
            clock.advance(Duration.ofSeconds(Long.parseLong(seconds)));
        System.exit(0); // whoever started us is gone
    }
}

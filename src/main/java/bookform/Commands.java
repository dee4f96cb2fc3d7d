package bookform;

import bookform.backend.erasure.EraseCommand;
import bookform.backend.http.TokenCommand;
import bookform.backend.setup.ExportCommand;
import bookform.backend.setup.ImportCommand;
import bookform.backend.store.Backup;
import bookform.telemetry.LogFormat;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The command line: {@code serve}, {@code import FILE}, {@code export LOCATION}. Exit codes: 0; 1 failed; 2 wrong settings or arguments. */
final class Commands {
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Commands(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    int run(String... arguments) {
        Logging.configure();
        try {
            var rest = new ArrayList<String>();
            var config = Config.from(Config.withFlags(environment, List.of(arguments), rest));
            LogFormat.useJson(config.jsonLog());
            var command = rest.isEmpty() ? "serve" : rest.removeFirst();
            return switch (command) {
                case "serve" -> rest.isEmpty() ? serve(config) : wrong("serve takes no \"" + rest.getFirst() + "\"");
                case "import" -> importFile(config, rest);
                case "export" -> export(config, rest);
                case "token" -> token(config, rest);
                case "backup" -> backup(config, rest);
                case "erase" -> erase(config, rest);
                case "retention" -> rest.isEmpty() ? retention(config) : wrong("retention takes no \"" + rest.getFirst() + "\"");
                case "secret" -> secret(config, rest);
                case "health" -> rest.isEmpty() ? HealthCheck.run(config, out, err) : wrong("health takes no \"" + rest.getFirst() + "\"");
                case "rehearse" -> rest.isEmpty() ? Rehearsal.run(out, err) : wrong("rehearse takes no \"" + rest.getFirst() + "\"");
                case "--help", "-h", "help" -> help();
                default -> wrong("\"" + command + "\" is not a command");
            };
        } catch (Config.Wrong wrong) {
            return wrong(wrong.getMessage());
        } catch (RuntimeException failure) {
            err.println("Bookform stopped: " + reason(failure));
            return FAILED;
        } catch (Error failure) { // thrown on, it would leave a process that has half started and does not end
            failure.printStackTrace(err);
            return FAILED;
        }
    }

    private int serve(Config config) {
        var app = App.open(config, Clock.systemUTC(), routes -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
        if (Boolean.getBoolean("exitWithParent"))
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        Greeting.print(app, config, out);
        try {
            app.awaitFirstAnswer(MOMENT);
            app.beReady();
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int importFile(Config config, List<String> arguments) {
        try (var store = Data.openStore(config, Clock.systemUTC())) {
            return ImportCommand.run(arguments, store, Clock.systemUTC(), out, err);
        }
    }

    private int export(Config config, List<String> arguments) {
        try (var store = Data.openExisting(config, Clock.systemUTC())) {
            return ExportCommand.run(arguments, store, out, err);
        }
    }

    private int token(Config config, List<String> arguments) {
        var first = arguments.isEmpty() || arguments.getFirst().equals("create"); // may come before everything else
        try (var store = first ? Data.openStore(config, Clock.systemUTC()) : Data.openExisting(config, Clock.systemUTC())) {
            return TokenCommand.run(arguments, store, Clock.systemUTC(), out, err);
        }
    }

    private int backup(Config config, List<String> arguments) {
        if (arguments.size() != 1) return wrong("Say which file: backup FILE");
        var url = Data.url(config);
        if (!Backup.takes(url)) return wrong("PostgreSQL has a backup of its own: pg_dump --format=custom --file=FILE DATABASE");
        var file = Path.of(arguments.getFirst());
        try {
            out.println("Copied " + Backup.make(url, file) + " bytes to " + file + ", and found them sound.");
        } catch (Backup.Failed failure) {
            err.println(failure.getMessage());
            return FAILED;
        }
        if (config.secret().isEmpty())
            out.println(
                    "The copy starts with the same secret only: keep " + config.data().resolve("secret") + " as well, in another place.");
        return 0;
    }

    private int erase(Config config, List<String> arguments) {
        try (var store = Data.openExisting(config, Clock.systemUTC())) {
            return EraseCommand.run(arguments, store, Clock.systemUTC(), out, err);
        }
    }

    private int retention(Config config) {
        if (config.retention().isEmpty()) return wrong("BOOKFORM_RETENTION_MONTHS says how long a visit is somebody's; it is not set");
        try (var store = Data.openExisting(config, Clock.systemUTC())) {
            return EraseCommand.retain(config.retention().get(), store, Clock.systemUTC(), out);
        }
    }

    private int secret(Config config, List<String> arguments) {
        if (!arguments.equals(List.of("accept"))) return wrong("Say what to do: secret accept");
        try (var store = Data.openExisting(config, Clock.systemUTC())) {
            Secret.of(config).accept(store, Clock.systemUTC());
        }
        out.println("The database now goes with this secret: start every instance with it.");
        out.println("Codes under way and links to reviews are void; who has a form open is asked to send it once more.");
        return 0;
    }

    private int help() {
        out.println("""
                Bookform: online booking for one business or many

                  java -jar bookform.jar [serve]            answer requests
                  java -jar bookform.jar import FILE        set up a location from a JSON or YAML file
                  java -jar bookform.jar export LOCATION    write a location as JSON (--yaml: YAML)
                  java -jar bookform.jar token create NAME  let a partner call the REST API (also: token list, token revoke ID)
                  java -jar bookform.jar backup FILE        copy the SQLite database, while it is in use
                  java -jar bookform.jar erase PHONE        forget a client; what the salon did stays
                  java -jar bookform.jar retention          forget whose visits they were that are older than BOOKFORM_RETENTION_MONTHS
                  java -jar bookform.jar secret accept      take another secret than the database was first used with
                  java -jar bookform.jar health             ask a running instance whether it is alive (0 or 1)
                  java -jar bookform.jar rehearse           walk through the demo once, to check an installation or to train an AOT cache
                  java -jar bookform.jar --help             this

                Settings, from the environment or as flags (BOOKFORM_PORT is --port):
                """);
        Config.SETTINGS.forEach((name, meaning) -> out.printf("  %-26s %s%n", name, meaning));
        return 0;
    }

    private int wrong(String message) {
        err.println(message);
        err.println("See --help.");
        return WRONG;
    }

    private static String reason(Throwable failure) {
        while (failure.getCause() != null) failure = failure.getCause();
        if (failure instanceof FileSystemException file && file.getReason() == null) return file.getMessage() + switch (file) {
            case AccessDeniedException denied -> " may not be written or read";
            case FileAlreadyExistsException taken -> " is there, and is no folder";
            default -> " cannot be made or opened";
        };
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}

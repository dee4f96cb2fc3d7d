package bookform.backend.http;

import bookform.backend.store.Store;
import bookform.backend.store.TokenTable.NewToken;
import bookform.backend.store.TokenTable.StoredToken;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code token create NAME [--per-minute N] [--per-second N] [--locations 1,2]}, {@code token list}, {@code token revoke ID}: who may
 * call the REST API.
 */
public final class TokenCommand {
    private static final String USAGE = """
        Say what to do:
          token create NAME [--per-minute N] [--per-second N] [--locations 1,2]   0 is no limit
          token list
          token revoke ID""";

    /** What the original allows. */
    private static final int PER_MINUTE = 200;
    private static final int PER_SECOND = 5;

    private final Store store;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    private TokenCommand(Store store, Clock clock, PrintStream out, PrintStream err) {
        this.store = store;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** An argument that cannot be used. */
    private static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }

    /**
     * @param arguments what follows {@code token} on the command line
     * @return the exit code: 0, 1 when there is no such token, 2 for wrong arguments
     */
    public static int run(List<String> arguments, Store store, Clock clock, PrintStream out, PrintStream err) {
        try {
            return new TokenCommand(store, clock, out, err).run(new ArrayList<>(arguments));
        } catch (Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
    }

    private int run(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.removeFirst()) {
            case "create" -> create(arguments);
            case "list" -> list(arguments);
            case "revoke" -> revoke(arguments);
            default -> throw new Wrong(USAGE);
        };
    }

    private int create(List<String> arguments) {
        var perMinute = number("--per-minute", option("--per-minute", arguments, PER_MINUTE + ""));
        var perSecond = number("--per-second", option("--per-second", arguments, PER_SECOND + ""));
        var locations = locations(option("--locations", arguments, ""));
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--") || arguments.getFirst().isBlank()) throw new Wrong(USAGE);
        var token = Partners.newToken();
        var id = store.write(tables -> tables.tokens().insert(new NewToken(arguments.getFirst(), Partners.hash(token), perMinute, perSecond,
                locations, clock.instant())));
        out.println(token);
        err.println("Token " + id + " for " + arguments.getFirst());
        err.println("It is shown this once: nothing that it could be read from is kept.");
        return 0;
    }

    private int list(List<String> arguments) {
        if (!arguments.isEmpty()) throw new Wrong(USAGE);
        out.printf("%-4s %-24s %-9s %-9s %-12s %-20s %s%n", "id", "name", "a minute", "a second", "locations", "made", "revoked");
        store.read(tables -> tables.tokens().all()).forEach(this::print);
        return 0;
    }

    private void print(StoredToken stored) {
        var token = stored.token();
        out.printf("%-4d %-24s %-9s %-9s %-12s %-20s %s%n", stored.id(), token.name(), limit(token.perMinute()), limit(token.perSecond()),
                token.locations().isEmpty() ? "all"
                        : token.locations().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                token.createdAt(), stored.revokedAt().map(Object::toString).orElse(""));
    }

    private int revoke(List<String> arguments) {
        if (arguments.size() != 1) throw new Wrong(USAGE);
        var id = number("The id", arguments.getFirst());
        var revoked = store.write(tables -> tables.tokens().revoke(id, clock.instant()));
        if (revoked) out.println("Token " + id + " is revoked: calls with it are refused from now on.");
        else err.println("There is no valid token " + id);
        return revoked ? 0 : 1;
    }

    private static String limit(int calls) {
        return calls == 0 ? "no limit" : String.valueOf(calls);
    }

    /** Takes an option and its value out of the arguments. */
    private static String option(String name, List<String> arguments, String usual) {
        var at = arguments.indexOf(name);
        if (at < 0) return usual;
        if (at + 1 == arguments.size()) throw new Wrong(name + " needs a value");
        arguments.remove(at);
        return arguments.remove(at);
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,9}")) throw new Wrong(name + " is a number, not \"" + text + "\"");
        return Integer.parseInt(text);
    }

    private static Set<Long> locations(String list) {
        return Arrays.stream(list.split(",")).filter(id -> !id.isBlank()).map(id -> (long) number("--locations", id.strip()))
                .collect(Collectors.toSet());
    }
}

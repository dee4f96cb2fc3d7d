package bookform.backend.erasure;

import bookform.backend.store.Store;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code erase PHONE [--blacklist]} and {@code retention}: forgetting as an operator asks for it, in numbers and without names. */
public final class EraseCommand {
    private static final String USAGE = """
        Say whom: erase PHONE [--blacklist]
          PHONE with its country code, +37061234567; --blacklist: forget even that the phone may not book""";

    private EraseCommand() {}

    /**
     * @param arguments what follows {@code erase} on the command line
     * @return the exit code: 0, also when nothing was known; 2 for wrong arguments
     */
    public static int run(List<String> arguments, Store store, Clock clock, PrintStream out, PrintStream err) {
        var rest = new ArrayList<>(arguments);
        var blacklistToo = rest.remove("--blacklist");
        var phone = rest.size() == 1 ? rest.getFirst().replaceAll("[ ()./-]", "") : "";
        if (!phone.matches("\\+[1-9][0-9]{6,14}")) {
            err.println(USAGE);
            return 2;
        }
        return told(new Erasure(store, clock).phone(phone, blacklistToo), "Nothing is known of this phone.", out);
    }

    /**
     * @param kept how long a visit is somebody's, from its end
     * @return the exit code, 0
     */
    public static int retain(Period kept, Store store, Clock clock, PrintStream out) {
        var moment = clock.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant();
        return told(new Erasure(store, clock).before(moment), "Nothing is older than " + kept.toTotalMonths() + " months.", out);
    }

    private static int told(Erased erased, String nothing, PrintStream out) {
        if (erased.counts().isEmpty()) out.println(nothing);
        erased.counts().forEach((what, count) -> out.printf("%6d %s%n", count, what));
        return 0;
    }
}

package bookform.backend.store;

import java.util.List;

/** Appointments could not be brought in; none were. */
public final class ImportRefused extends RuntimeException {
    private final List<String> problems;

    ImportRefused(List<String> problems) {
        super("Nothing was imported:\n" + String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each appointment that cannot be. */
    public List<String> problems() {
        return problems;
    }
}

package bookform.backend.setup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ids of one list of a file: each is given once, and other parts of the file may refer to them. */
final class Ids {
    /** The largest whole number that every JSON reader keeps exact. */
    private static final long MAX = 9_007_199_254_740_991L;

    private final String what;
    private final Map<Long, Integer> lines = new HashMap<>();

    /** @param what what has these ids, in the singular */
    Ids(String what) {
        this.what = what;
    }

    static Optional<Long> read(Node node) {
        return node.whole(1, MAX, "");
    }

    /** The id of one more entry of the list. */
    Optional<Long> add(Fields entry) {
        return entry.require("id").flatMap(node -> {
            var id = read(node);
            id.map(value -> lines.putIfAbsent(value, node.line()))
                    .ifPresent(line -> node.wrong("there is a " + what + " " + node.quoted() + " already, in line " + line));
            return id;
        });
    }

    /** An id that must be one of these. */
    Optional<Long> refer(Node node) {
        return read(node).filter(id -> {
            if (!lines.containsKey(id)) node.wrong("there is no " + what + " " + node.quoted());
            return lines.containsKey(id);
        });
    }
}

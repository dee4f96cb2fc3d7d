package bookform.backend;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many messages there were, by kind. */
final class MessageCounts {
    static final String SMS = "SMS";
    static final String MAIL = "e-mail";

    private final Map<String, LongAdder> counts = Map.of(SMS, new LongAdder(), MAIL, new LongAdder());

    void add(String kind, int messages) {
        counts.get(kind).add(messages);
    }

    Map<String, Long> byKind() {
        return Map.of(SMS, counts.get(SMS).sum(), MAIL, counts.get(MAIL).sum());
    }

    long sum() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }
}

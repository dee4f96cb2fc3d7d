package bookform.altegio;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bookings of which is not known yet what became of them, the oldest first. All instances that share the text take turns at finding out:
 * {@value #AT_ONCE} at most every {@link #PAUSE}, together, so that nothing breaks loose when a long outage ends.
 */
final class OpenBookings {
    static final int AT_ONCE = 15;
    static final Duration PAUSE = Duration.ofSeconds(15);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 1_000;

    /**
     * One of them.
     *
     * @param since when it was asked for, in milliseconds of the shared clock, as {@code due}
     * @param due when it is looked after next
     * @param tries how often the other side could be asked and it was still not known
     */
    record Open(long location, String key, long since, long due, int tries) {
        /** Each time later than before: what nobody can tell is asked less and less often. */
        Open again(long now) {
            var pause = PAUSE.multipliedBy(1L << Math.min(tries, 10));
            return new Open(location, key, since, now + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toMillis(), tries + 1);
        }

        boolean isSame(Open other) {
            return location == other.location && key.equals(other.key) && since == other.since;
        }
    }

    private record All(long nextTurn, List<Open> open) {}

    private final SharedText text;

    OpenBookings(SharedText text) {
        this.text = text;
    }

    /** @param due how long it is left alone first */
    void add(long location, String key, Duration due) {
        change((all, now) -> {
            var open = new ArrayList<>(all.open);
            open.add(new Open(location, key, now, now + due.toMillis(), 0));
            return Optional.of(new All(all.nextTurn, open.subList(Math.max(0, open.size() - MOST), open.size())));
        });
    }

    void remove(long location, String key) {
        change((all, now) -> without(all, all.open.stream().filter(one -> one.location == location && one.key.equals(key)).toList()));
    }

    /** Not what was asked for anew under the same key meanwhile. */
    void remove(Open settled) {
        change((all, now) -> without(all, all.open.stream().filter(settled::isSame).toList()));
    }

    /** Those that are due now, for whoever asks first; nobody else gets them until they are due again. */
    List<Open> claim() {
        var claimed = new ArrayList<Open>();
        change((all, now) -> {
            claimed.clear();
            if (now < all.nextTurn) return Optional.empty();
            all.open.stream().filter(one -> one.due <= now).limit(AT_ONCE).forEach(claimed::add);
            if (claimed.isEmpty()) return Optional.empty();
            return Optional.of(new All(now + PAUSE.toMillis(), all.open.stream().filter(one -> now - one.since < KEPT.toMillis())
                    .map(one -> claimed.contains(one) ? one.again(now) : one).toList()));
        });
        return claimed;
    }

    /** The other side could not be asked about these: it is their turn again as soon as anybody's is. */
    void putBack(List<Open> claimed) {
        change((all, now) -> Optional.of(new All(now + PAUSE.toMillis(),
                all.open.stream().map(one -> claimed.stream().filter(one::isSame).findFirst().orElse(one)).toList())));
    }

    private static Optional<All> without(All all, List<Open> gone) {
        return gone.isEmpty() ? Optional.empty()
                : Optional.of(new All(all.nextTurn, all.open.stream().filter(one -> !gone.contains(one)).toList()));
    }

    /** @param change empty for none */
    private void change(BiFunction<All, Long, Optional<All>> change) {
        text.change((text, now) -> change.apply(read(text), now).map(OpenBookings::write).orElse(text));
    }

    private static All read(String text) {
        if (text.isEmpty()) return new All(0, List.of());
        var lines = text.split("\n");
        return new All(Long.parseLong(lines[0]), Stream.of(lines).skip(1).map(line -> line.split(" ")).map(parts -> new Open(
                Long.parseLong(parts[0]), URLDecoder.decode(parts[1], StandardCharsets.UTF_8), Long.parseLong(parts[2]),
                Long.parseLong(parts[3]), Integer.parseInt(parts[4]))).toList());
    }

    private static String write(All all) {
        return all.open.isEmpty() ? "" : all.open.stream().map(one -> "\n" + one.location + " "
                + URLEncoder.encode(one.key, StandardCharsets.UTF_8) + " " + one.since + " " + one.due + " " + one.tries)
                .collect(Collectors.joining("", String.valueOf(all.nextTurn), ""));
    }
}

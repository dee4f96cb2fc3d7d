package bookform.altegio;

import bookform.booking.BookedAppointment;
import bookform.booking.ClientDetails;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Altegio was told to book under which key, written down before it is told: the API itself books as often as it is asked. Whose
 * booking it is stands nowhere in it, only a fingerprint under a key of ours.
 */
final class Ledger {
    /** For so long after it was asked for it may still be happening over there. */
    static final Duration STILL_HAPPENING = Duration.ofSeconds(20);

    /** How far a booking has come. */
    enum State {
        /** Somebody is asking, or died while they asked. */
        SENT,
        /** The answer was lost. */
        UNKNOWN,
        BOOKED
    }

    /**
     * One booking.
     *
     * @param since milliseconds of the shared clock
     * @param age at the moment of reading
     * @param booked what came of it; empty until that is known
     */
    record Entry(State state, long since, Duration age, String fingerprint, List<BookedAppointment> booked, List<Wanted> wanted) {}

    /** What was asked for, as far as it can be looked for. */
    record Wanted(long teamMember, Instant start, List<Long> services) {}

    private final Function<String, SharedText> texts;
    private final OpenBookings open;
    private final SecretKeySpec secret;

    /** @param texts by their names; those that are emptied are gone */
    Ledger(Function<String, SharedText> texts, byte[] secret) {
        this.texts = texts;
        this.open = new OpenBookings(texts.apply("visits that are open"));
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    Once.Name name(long location, VisitRequest visit) {
        var wanted = visit.appointments().stream()
                .map(one -> new Wanted(one.teamMember().orElse(0L), one.start(), one.services())).toList();
        return new Once.Name(location, visit.key(), fingerprint(visit.appointments().toString(), visit.client()), wanted);
    }

    /** Seats cannot be looked for: that there are fewer says nothing of whose they are. */
    Once.Name name(long location, SeatRequest seats) {
        return new Once.Name(location, seats.key(), fingerprint("event " + seats.event() + " " + seats.seats(), seats.client()), List.of());
    }

    /** Writes down that this is about to be asked for, unless it is there: then it says what is. */
    Optional<Entry> begin(Once.Name name) {
        var wanted = name.wanted().stream().map(Ledger::text).collect(Collectors.joining(","));
        var known = change(name.location(), name.key(), (text, now) -> text.isEmpty()
                ? String.join(" ", State.SENT.name(), now.toString(), name.fingerprint(), wanted) : text);
        if (known.isEmpty()) open.add(name.location(), name.key(), STILL_HAPPENING);
        return known;
    }

    /** Those of which is not known what became of them. */
    OpenBookings open() {
        return open;
    }

    Optional<Entry> find(long location, String key) {
        return change(location, key, (text, now) -> text);
    }

    void unknown(long location, String key) {
        change(location, key, (text, now) -> text.replaceFirst("^SENT", State.UNKNOWN.name()));
    }

    void booked(long location, String key, List<BookedAppointment> booked) {
        var list = booked.stream().map(one -> one.request() + ":" + one.id() + ":" + one.hash()).collect(Collectors.joining(","));
        change(location, key, (text, now) -> {
            var parts = text.split(" ", -1);
            return parts.length < 4 ? text : String.join(" ", State.BOOKED.name(), parts[1], parts[2], list);
        });
        open.remove(location, key);
    }

    /** It was not booked, for certain. */
    void forget(long location, String key) {
        change(location, key, (text, now) -> text.startsWith(State.BOOKED.name()) ? text : "");
        open.remove(location, key);
    }

    private String fingerprint(String asked, ClientDetails client) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            var text = String.join("\n", asked, client.name(), client.phone(), client.email());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @return what was there before */
    private Optional<Entry> change(long location, String key, BiFunction<String, Long, String> change) {
        var before = new AtomicReference<Optional<Entry>>(Optional.empty());
        texts.apply("visit " + location + " " + key).change((text, now) -> {
            before.set(entry(text, now));
            return change.apply(text, now);
        });
        return before.get();
    }

    private static Optional<Entry> entry(String text, long now) {
        var parts = text.split(" ", -1);
        if (parts.length < 4) return Optional.empty();
        var state = State.valueOf(parts[0]);
        var since = Long.parseLong(parts[1]);
        var list = parts[3].isEmpty() ? List.<String>of() : Arrays.asList(parts[3].split(","));
        return Optional.of(new Entry(state, since, Duration.ofMillis(now - since), parts[2],
                state == State.BOOKED ? list.stream().map(Ledger::booked).toList() : List.of(),
                state == State.BOOKED ? List.of() : list.stream().map(Ledger::wanted).toList()));
    }

    private static BookedAppointment booked(String text) {
        var parts = text.split(":", -1);
        return new BookedAppointment(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    private static String text(Wanted wanted) {
        return wanted.teamMember + ":" + wanted.start.getEpochSecond() + ":"
                + wanted.services.stream().map(String::valueOf).collect(Collectors.joining("+"));
    }

    private static Wanted wanted(String text) {
        var parts = text.split(":", -1);
        return new Wanted(Long.parseLong(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1])),
                Arrays.stream(parts[2].split("\\+")).filter(service -> !service.isEmpty()).map(Long::valueOf).toList());
    }
}

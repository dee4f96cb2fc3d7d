package bookform.history;

import static bookform.history.Operation.Kind.BOOK;
import static bookform.history.Operation.Kind.CANCEL;
import static bookform.history.Operation.Kind.MOVE;
import static bookform.history.Operation.Outcome.DONE;
import static bookform.history.Operation.Outcome.REFUSED;
import static bookform.history.Operation.Outcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.availability.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The control of {@link HistoryTest}: histories that are as they should be, and the same, doctored. */
class HistoryCheckTest {
    private static final Instant NINE = Instant.parse("2026-11-24T07:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Operation BOOKED = operation(1, BOOK, NINE, 10, 20, DONE);
    private static final Operation MOVED = operation(1, MOVE, TEN, 30, 40, DONE);
    private static final Operation CANCELLED = operation(1, CANCEL, NINE, 30, 40, DONE);

    @Test
    void whatIsAsItShouldBe() {
        assertEquals("", breaches(List.of(row(1, NINE)), BOOKED));
        assertEquals("", breaches(List.of(row(1, TEN), row(2, NINE)), BOOKED, MOVED, operation(2, BOOK, NINE, 35, 50, DONE)));
        assertEquals("", breaches(List.of(cancelled(1, NINE), row(2, NINE)), BOOKED, CANCELLED, operation(2, BOOK, NINE, 35, 50, DONE)));
        assertEquals("", breaches(List.of(row(1, NINE)), BOOKED, operation(2, BOOK, NINE.plusSeconds(1_800), 15, 50, REFUSED)));
    }

    @Test
    void whatNobodyKnowsMayBeEitherWay() {
        var unknown = operation(1, BOOK, NINE, 10, 20, UNKNOWN);
        assertEquals("", breaches(List.of(), unknown));
        assertEquals("", breaches(List.of(row(1, NINE)), unknown));
        assertEquals("", breaches(List.of(), unknown, operation(2, BOOK, NINE, 90, 95, REFUSED)));
        var maybeMoved = operation(1, MOVE, TEN, 30, 40, UNKNOWN);
        assertEquals("", breaches(List.of(row(1, NINE)), BOOKED, maybeMoved));
        assertEquals("", breaches(List.of(row(1, TEN)), BOOKED, maybeMoved));
        assertEquals("", breaches(List.of(cancelled(1, NINE)), BOOKED, operation(1, CANCEL, NINE, 30, 40, UNKNOWN)));
    }

    @Test
    void seesWhatIsLost() {
        assertEquals("lost", breaches(List.of(), BOOKED));
        assertEquals("not as it was left", breaches(List.of(row(1, NINE)), BOOKED, MOVED));
        assertEquals("not as it was left", breaches(List.of(row(1, NINE)), BOOKED, CANCELLED));
        assertEquals("cancelled by nobody", breaches(List.of(cancelled(1, NINE)), BOOKED));
    }

    @Test
    void seesWhatIsDoubled() {
        assertEquals("there more than once, there more than once, rows overlap", breaches(List.of(row(1, NINE), row(1, NINE)), BOOKED));
        assertEquals("both hold the same time, rows overlap", breaches(List.of(row(1, NINE), row(2, NINE.plusSeconds(60))), BOOKED,
                operation(2, BOOK, NINE.plusSeconds(60), 30, 40, DONE)));
        assertEquals("both hold the same time", breaches(List.of(row(1, TEN), row(2, NINE)), BOOKED, operation(2, BOOK, NINE, 15, 25, DONE),
                MOVED));
    }

    @Test
    void seesWhatNobodyAskedFor() {
        assertEquals("nobody's, not as it was left", breaches(List.of(row(7, NINE))));
        assertEquals("nobody's, not as it was left", breaches(List.of(row(1, TEN), row(2, NINE)), operation(1, BOOK, TEN, 1, 2, DONE),
                operation(2, BOOK, NINE, 3, 4, REFUSED), operation(3, BOOK, NINE, 3, 4, UNKNOWN)));
    }

    @Test
    void seesARefusalWithoutAReason() {
        var refused = operation(2, BOOK, NINE, 50, 60, REFUSED);
        assertEquals("refused without a reason", breaches(List.of(), refused));
        assertEquals("refused without a reason", breaches(List.of(cancelled(1, NINE)), BOOKED, CANCELLED, refused));
        assertEquals("refused without a reason", breaches(List.of(row(1, TEN)), BOOKED, MOVED, refused));
    }

    @Test
    void seesWhatWasShownWrongly() {
        var operations = List.of(BOOKED, operation(1, CANCEL, NINE, 300, 400, DONE));
        assertEquals("", shown(operations, true, 12, 15, 0));
        assertEquals("", shown(operations, false, 12, 15, 0));
        assertEquals("shown as free though taken", shown(operations, true, 120, 130, 0));
        assertEquals("", shown(operations, true, 120, 130, 101));
        assertEquals("shown as taken though free", shown(operations, false, 500, 510, 0));
        assertEquals("", shown(operations, false, 500, 510, 101));
        assertEquals("shown as taken though free", shown(operations, false, 1, 5, 0));
    }

    private static String shown(List<Operation> operations, boolean isFree, long begin, long end, long staleness) {
        var look = new Look(1, Set.of(NINE), isFree ? Set.of(NINE) : Set.of(), begin, end);
        return kinds(HistoryCheck.breaches(operations, List.of(look), List.of(cancelled(1, NINE)), HOUR, Duration.ofNanos(staleness)));
    }

    private static String breaches(List<Row> rows, Operation... operations) {
        return kinds(HistoryCheck.breaches(Arrays.asList(operations), List.of(), rows, HOUR, Duration.ZERO));
    }

    private static String kinds(List<String> breaches) {
        return String.join(", ", breaches.stream().map(breach -> breach.replaceFirst(":.*", "")).toList());
    }

    private static Operation operation(int booking, Operation.Kind kind, Instant start, long begin, long end, Operation.Outcome outcome) {
        return new Operation(booking, kind, 1, hour(start), begin, end, outcome);
    }

    private static Row row(int booking, Instant start) {
        return new Row(booking, 1, hour(start), false);
    }

    private static Row cancelled(int booking, Instant start) {
        return new Row(booking, 1, hour(start), true);
    }

    private static TimeRange hour(Instant start) {
        return new TimeRange(start, start.plus(HOUR));
    }
}

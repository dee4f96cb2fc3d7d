package bookform.history;

import bookform.backend.availability.TimeRange;
import bookform.history.Operation.Kind;
import bookform.history.Operation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Holds what clients were told against itself and against what is in the database in the end (reliability.md A3). */
final class HistoryCheck {
    private final List<Operation> operations;
    private final Duration length;
    private final long staleness;
    private final Stays stays;
    private final List<String> breaches = new ArrayList<>();

    /**
     * @param length of every appointment
     * @param staleness how old what is shown may be
     */
    private HistoryCheck(List<Operation> operations, Duration length, Duration staleness) {
        this.operations = operations;
        this.length = length;
        this.staleness = staleness.toNanos();
        this.stays = new Stays(operations);
    }

    /** @return one sentence for everything that cannot be explained */
    static List<String> breaches(List<Operation> operations, List<Look> looks, List<Row> rows, Duration length, Duration staleness) {
        var check = new HistoryCheck(operations, length, staleness);
        check.nothingDoubled();
        check.everyRefusalJustified();
        check.everyLookExplained(looks);
        check.nothingLost(rows);
        check.nothingOverlaps(rows);
        return check.breaches;
    }

    /** There is no moment in which two bookings certainly held the same time. */
    private void nothingDoubled() {
        var seen = new HashSet<String>();
        stays.neighbours().forEach(neighbours -> {
            var certain = neighbours.stream().filter(stay -> stay.certainlyFrom() < stay.certainlyUntil()).toList();
            for (var i = 0; i < certain.size(); i++) {
                for (var j = i + 1; j < certain.size(); j++) {
                    var one = certain.get(i);
                    var other = certain.get(j);
                    var isAtOnce = one.certainlyFrom() < other.certainlyUntil() && other.certainlyFrom() < one.certainlyUntil();
                    var text = "both hold the same time: " + one + " and " + other;
                    if (one.booking() != other.booking() && isAtOnce && seen.add(text)) breaches.add(text);
                }
            }
        });
    }

    private void everyRefusalJustified() {
        for (var operation : operations) {
            if (operation.outcome() != Outcome.REFUSED || operation.kind() == Kind.CANCEL) continue;
            var isTaken = stays.around(operation.teamMember(), operation.time()).anyMatch(stay -> stay.booking() != operation.booking()
                    && stay.isPossibleWithin(operation.begin(), operation.end()));
            if (!isTaken) breaches.add("refused without a reason: " + operation);
        }
    }

    private void everyLookExplained(List<Look> looks) {
        for (var look : looks) {
            for (var start : look.offered()) {
                var around = stays.around(look.teamMember(), new TimeRange(start, start.plus(length))).toList();
                var begin = look.begin() - staleness;
                if (look.free().contains(start) && around.stream().anyMatch(stay -> stay.isCertainThroughout(begin, look.end())))
                    breaches.add("shown as free though taken: " + start + " in " + look);
                if (!look.free().contains(start) && around.stream().noneMatch(stay -> stay.isPossibleWithin(begin, look.end())))
                    breaches.add("shown as taken though free: " + start + " in " + look);
            }
        }
    }

    /** What was acknowledged is there, once; what is there was asked for. */
    private void nothingLost(List<Row> rows) {
        var found = rows.stream().collect(Collectors.groupingBy(Row::booking));
        var booked = operations.stream().filter(operation -> operation.kind() == Kind.BOOK).collect(
                Collectors.toMap(Operation::booking, Operation::outcome));
        var cancelled = operations.stream().filter(operation -> operation.kind() == Kind.CANCEL && operation.outcome() != Outcome.REFUSED)
                .map(Operation::booking).collect(Collectors.toSet());
        for (var row : rows) {
            if (booked.getOrDefault(row.booking(), Outcome.REFUSED) == Outcome.REFUSED) breaches.add("nobody's: " + row);
            if (found.get(row.booking()).size() > 1) breaches.add("there more than once: " + row);
            if (!row.cancelled() && stays.of(row.booking()).stream().noneMatch(stay -> stay.isPossibleNow() && isAt(stay, row)))
                breaches.add("not as it was left: " + row);
            if (row.cancelled() && (!cancelled.contains(row.booking()) || stays.of(row.booking()).stream().anyMatch(Stay::isCertainNow)))
                breaches.add("cancelled by nobody: " + row);
        }
        booked.forEach((booking, outcome) -> {
            if (outcome == Outcome.DONE && !found.containsKey(booking)) breaches.add("lost: " + stays.of(booking));
        });
    }

    /** Nor do two rows hold the same time, whoever they are of. */
    private void nothingOverlaps(List<Row> rows) {
        var held = rows.stream().filter(row -> !row.cancelled()).collect(Collectors.groupingBy(Row::teamMember));
        held.values().forEach(ofOne -> {
            var sorted = ofOne.stream().sorted(Comparator.comparing(row -> row.time().from())).toList();
            for (var i = 1; i < sorted.size(); i++) {
                if (sorted.get(i).time().overlaps(sorted.get(i - 1).time()))
                    breaches.add("rows overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        });
    }

    private static boolean isAt(Stay stay, Row row) {
        return stay.teamMember() == row.teamMember() && stay.time().equals(row.time());
    }
}

package bookform.history;

import static bookform.history.Stay.NEVER;

import bookform.backend.availability.TimeRange;
import bookform.history.Operation.Kind;
import bookform.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which time the bookings of a history held, and when, to be looked up by team member and time. */
final class Stays {
    private static final long CELL = 300;

    private final Map<Integer, List<Stay>> ofBooking;
    private final Map<Cell, List<Stay>> ofCell = new HashMap<>();

    private record Cell(long teamMember, long number) {}

    Stays(List<Operation> operations) {
        ofBooking = operations.stream().sorted(Comparator.comparingLong(Operation::begin))
                .collect(Collectors.groupingBy(Operation::booking, Collectors.collectingAndThen(Collectors.toList(), Stays::ofBooking)));
        for (var stay : ofBooking.values().stream().flatMap(List::stream).sorted(Comparator.comparingLong(Stay::possiblyFrom)).toList())
            cells(stay.teamMember(), stay.time()).forEach(cell -> ofCell.computeIfAbsent(cell, any -> new ArrayList<>()).add(stay));
    }

    List<Stay> of(int booking) {
        return ofBooking.getOrDefault(booking, List.of());
    }

    /** All that have to do with that time, whenever. */
    Stream<Stay> around(long teamMember, TimeRange time) {
        return cells(teamMember, time).flatMap(cell -> ofCell.getOrDefault(cell, List.of()).stream())
                .filter(stay -> stay.time().overlaps(time));
    }

    /** Lists of all that share five minutes, in order of {@link Stay#possiblyFrom}. */
    Stream<List<Stay>> neighbours() {
        return ofCell.values().stream();
    }

    private static Stream<Cell> cells(long teamMember, TimeRange time) {
        return LongStream.rangeClosed(time.from().getEpochSecond() / CELL, (time.to().getEpochSecond() - 1) / CELL)
                .mapToObj(number -> new Cell(teamMember, number));
    }

    private static List<Stay> ofBooking(List<Operation> operations) {
        var stays = new ArrayList<Stay>();
        for (var operation : operations) {
            if (operation.outcome() == Outcome.REFUSED) continue;
            var isDone = operation.outcome() == Outcome.DONE;
            stays.replaceAll(stay -> stay.left(operation.begin(), isDone ? operation.end() : NEVER));
            if (operation.kind() != Kind.CANCEL) stays.add(new Stay(operation.booking(), operation.teamMember(), operation.time(),
                    operation.begin(), isDone ? operation.end() : NEVER, NEVER, NEVER));
        }
        return stays;
    }
}

package bookform.history;

import static bookform.backend.setup.DemoLocation.LOCATION;

import bookform.history.Operation.Kind;
import bookform.history.Operation.Outcome;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One client who books, moves, cancels and looks, and writes down everything. A booking without an answer is asked for again under the
 * same key; an appointment of whose change nothing is known is left alone from then on.
 */
final class Visitor implements Callable<Void> {
    private static final int SLOT_TAKEN = 433;
    private static final int TRIES = 3;

    private final Caller caller;
    private final Random random;
    private final Map<Place, Set<Instant>> offered;
    private final List<Place> places;
    private final AtomicInteger numbers;
    private final Runnable progress;
    private final List<Mine> mine = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();
    final List<Look> looks = new ArrayList<>();
    private int remaining;

    /** A team member's day. */
    record Place(long teamMember, int day) {}

    private record Mine(int booking, long teamMember, String path) {}

    /** @param offered what may be asked for, and is offered as long as nothing is booked */
    Visitor(Caller caller, Random random, Map<Place, Set<Instant>> offered, AtomicInteger numbers, Runnable progress, int operations) {
        this.caller = caller;
        this.random = random;
        this.offered = offered;
        this.places = List.copyOf(offered.keySet());
        this.numbers = numbers;
        this.progress = progress;
        this.remaining = operations;
    }

    @Override
    public Void call() throws InterruptedException {
        try {
            for (; remaining > 0; remaining--) {
                doSomething();
                progress.run();
            }
            return null;
        } finally {
            for (; remaining > 0; remaining--) progress.run(); // nobody waits for who has failed
        }
    }

    private void doSomething() throws InterruptedException {
        var dice = random.nextInt(100);
        if (dice < 15) look();
        else if (dice < 65 || mine.isEmpty()) book();
        else if (dice < 85) cancel(mine.remove(random.nextInt(mine.size())));
        else move(mine.remove(random.nextInt(mine.size())));
    }

    private void look() throws InterruptedException {
        var place = anyPlace();
        var begin = System.nanoTime();
        var free = caller.free(place.teamMember(), Salon.day(place.day()));
        if (free.isPresent()) looks.add(new Look(place.teamMember(), offered.get(place), free.get(), begin, System.nanoTime()));
    }

    private void book() throws InterruptedException {
        var place = anyPlace();
        var start = anyStart(place);
        var booking = numbers.incrementAndGet();
        var begin = System.nanoTime();
        Optional<HttpResponse<String>> answer = Optional.empty();
        var tries = 0;
        for (; answer.isEmpty() && tries < TRIES; tries++) answer = caller.call("POST", "/book_record/" + LOCATION,
                Salon.visit(booking, place.teamMember(), start), "Idempotency-Key", "visit-" + booking);
        var outcome = outcome(answer);
        // of several tries one that was thought lost may come through after another was refused
        if (outcome == Outcome.REFUSED && tries > 1) outcome = Outcome.UNKNOWN;
        add(booking, Kind.BOOK, place.teamMember(), start, begin, outcome);
        if (outcome == Outcome.DONE) {
            var record = Caller.json(answer.orElseThrow()).get(0);
            mine.add(new Mine(booking, place.teamMember(), record.get("record_id").asInt() + "/" + record.get("record_hash").asString()));
        }
    }

    private void move(Mine appointment) throws InterruptedException {
        var start = anyStart(places.stream().filter(place -> place.teamMember() == appointment.teamMember()).toList());
        var begin = System.nanoTime();
        var outcome = outcome(caller.call("PUT", "/book_record/" + LOCATION + "/" + appointment.path(),
                "{\"datetime\": \"" + Salon.wall(start) + "\"}"));
        add(appointment.booking(), Kind.MOVE, appointment.teamMember(), start, begin, outcome);
        if (outcome != Outcome.UNKNOWN) mine.add(appointment);
    }

    private void cancel(Mine appointment) throws InterruptedException {
        var begin = System.nanoTime();
        var outcome = outcome(caller.call("DELETE", "/user/records/" + appointment.path(), ""));
        if (outcome == Outcome.REFUSED) throw new AssertionError("not cancelled: " + appointment);
        add(appointment.booking(), Kind.CANCEL, appointment.teamMember(), Instant.EPOCH, begin, outcome);
    }

    private static Outcome outcome(Optional<HttpResponse<String>> answer) {
        if (answer.isEmpty()) return Outcome.UNKNOWN;
        if (answer.get().statusCode() < 300) return Outcome.DONE;
        if (answer.get().statusCode() == 422 && Caller.code(answer.get()) == SLOT_TAKEN) return Outcome.REFUSED;
        throw new AssertionError(answer.get().statusCode() + " " + answer.get().body());
    }

    private void add(int booking, Kind kind, long teamMember, Instant start, long begin, Outcome outcome) {
        operations.add(new Operation(booking, kind, teamMember, Salon.time(start), begin, System.nanoTime(), outcome));
    }

    private Place anyPlace() {
        return places.get(random.nextInt(places.size()));
    }

    private Instant anyStart(List<Place> among) {
        return anyStart(among.get(random.nextInt(among.size())));
    }

    private Instant anyStart(Place place) {
        var starts = offered.get(place);
        return starts.stream().skip(random.nextInt(starts.size())).findFirst().orElseThrow();
    }
}

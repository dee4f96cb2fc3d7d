package bookform.backend;

import bookform.backend.availability.Availability;
import bookform.backend.availability.Busy;
import bookform.backend.availability.Grid;
import bookform.backend.availability.TimeRange;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.Resource.Instance;
import bookform.booking.BookingDates;
import bookform.booking.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be booked at a moment, given who and what is busy when. Pure.
 *
 * @param busy must cover the days that are asked about
 */
record Timetable(Offer offer, Busy busy, Instant now) {
    /** Days that can be booked, from today on, in the location's calendar. */
    static LocalDate firstDay(Offer offer, Instant now) {
        return offer.date(now);
    }

    /** The last day that can be booked; before the first one when none can. */
    static LocalDate lastDay(Offer offer, Instant now) {
        return offer.date(now).plusDays(offer.setup().rules().horizonDays() - 1L);
    }

    /** Starts of one person on one day, in order and lazily; none for a demand that is missing. */
    Stream<Instant> starts(Person person, LocalDate date, Optional<Demand> demand) {
        return starts(person, date, demand, earliest());
    }

    private Stream<Instant> starts(Person person, LocalDate date, Optional<Demand> demand, Instant earliest) {
        if (demand.isEmpty() || !isOpen(date)) return Stream.empty();
        var starts = Availability.starts(working(person, date), busy.ofTeamMember(person.id()), demand.get().busy(),
                Grid.of(offer.setup().rules().slots().on(date), date, offer.location().zone()), earliest);
        if (demand.get().resources().isEmpty()) return starts;
        return starts.filter(start -> instances(demand.get(), start).isPresent());
    }

    /** Whether the start is one of those that are offered. */
    boolean offers(Person person, Instant start, Optional<Demand> demand) {
        return !start.isBefore(earliest())
                && starts(person, offer.date(start), demand, start).findFirst().filter(start::equals).isPresent();
    }

    /** Whether nobody and nothing is busy, be it offered or not. */
    boolean isFree(Person person, Instant start, Demand demand) {
        return Availability.isFree(demand.busyFrom(start), busy.ofTeamMember(person.id())) && instances(demand, start).isPresent();
    }

    /** For every resource the first instance that is free; empty when one has none. */
    Optional<List<Long>> instances(Demand demand, Instant start) {
        var range = demand.busyFrom(start);
        var free = demand.resources().stream().flatMap(resource -> resource.instances().stream().map(Instance::id)
                .filter(instance -> Availability.isFree(range, busy.ofResourceInstance(instance))).limit(1)).toList();
        return free.size() == demand.resources().size() ? Optional.of(free) : Optional.empty();
    }

    Timetable withBusy(Busy busy) {
        return new Timetable(offer, busy, now);
    }

    /**
     * The slots of anybody, in order. People differ in how long they take: a slot is as long as for the first of them, the best, who is
     * free then.
     */
    List<TimeSlot> slots(List<Person> people, Function<Person, Optional<Demand>> demands, LocalDate date) {
        var slots = new TreeMap<Instant, TimeSlot>();
        for (var person : people) {
            var demand = demands.apply(person);
            starts(person, date, demand).forEach(start -> slots.putIfAbsent(start, new TimeSlot(start, demand.orElseThrow().length())));
        }
        return List.copyOf(slots.values());
    }

    BookingDates dates(List<Person> people, Function<Person, Optional<Demand>> demand, LocalDate first, LocalDate last) {
        var demands = people.stream().map(demand).toList();
        var working = new TreeSet<LocalDate>();
        var free = new TreeSet<LocalDate>();
        days(first, last).forEach(date -> {
            if (people.stream().anyMatch(person -> !person.hours().on(date).isEmpty())) working.add(date);
            if (IntStream.range(0, people.size()).anyMatch(i -> isFree(people.get(i), date, demands.get(i)))) free.add(date);
        });
        return new BookingDates(working, free);
    }

    /** The first day on which a person has a free slot. */
    Optional<LocalDate> nextFreeDate(Person person, List<Long> services) {
        var demand = offer.demand(person, services);
        return days(LocalDate.MIN, LocalDate.MAX).filter(date -> isFree(person, date, demand)).findFirst();
    }

    private boolean isFree(Person person, LocalDate date, Optional<Demand> demand) {
        return starts(person, date, demand).findFirst().isPresent();
    }

    private Stream<LocalDate> days(LocalDate first, LocalDate last) {
        var from = first.isBefore(firstDay(offer, now)) ? firstDay(offer, now) : first;
        var to = last.isAfter(lastDay(offer, now)) ? lastDay(offer, now) : last;
        return from.isAfter(to) ? Stream.empty() : from.datesUntil(to.plusDays(1));
    }

    private Instant earliest() {
        return now.plus(offer.setup().rules().notice());
    }

    private boolean isOpen(LocalDate date) {
        return !date.isBefore(firstDay(offer, now)) && !date.isAfter(lastDay(offer, now));
    }

    private List<TimeRange> working(Person person, LocalDate date) {
        return Availability.working(person.hours().on(date), date, offer.location().zone());
    }
}

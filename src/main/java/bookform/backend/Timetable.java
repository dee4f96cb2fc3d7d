package bookform.backend;

import bookform.backend.availability.Availability;
import bookform.backend.availability.TimeRange;
import bookform.backend.setup.LocationSetup.Person;
import bookform.booking.BookingDates;
import bookform.booking.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can be booked at a moment, given what keeps the team busy. Pure.
 *
 * @param busy by team member; must cover the days that are asked about
 */
record Timetable(Offer offer, Map<Long, List<TimeRange>> busy, Instant now) {
    /** Days that can be booked, from today on, in the location's calendar. */
    static LocalDate firstDay(Offer offer, Instant now) {
        return offer.date(now);
    }

    /** The last day that can be booked; before the first one when none can. */
    static LocalDate lastDay(Offer offer, Instant now) {
        return offer.date(now).plusDays(offer.setup().rules().horizonDays() - 1L);
    }

    /** Starts of one person on one day, in order and lazily; none for a length that is missing. */
    Stream<Instant> starts(Person person, LocalDate date, Optional<Duration> length) {
        if (length.isEmpty() || !isOpen(date)) return Stream.empty();
        var rules = offer.setup().rules();
        return Availability.starts(working(person, date), busy.getOrDefault(person.id(), List.of()), length.get(), rules.step(),
                now.plus(rules.notice()));
    }

    /** Whether the start is one of those that are offered. */
    boolean isFree(Person person, Instant start, List<Long> services) {
        return starts(person, offer.date(start), offer.length(person, services))
                .dropWhile(candidate -> candidate.isBefore(start)).findFirst().filter(start::equals).isPresent();
    }

    /**
     * The slots of anybody, in order. People differ in how long they take: a slot is as long as for the first of them, the best, who is
     * free then.
     */
    List<TimeSlot> slots(List<Person> people, List<Long> services, LocalDate date) {
        var slots = new TreeMap<Instant, TimeSlot>();
        for (var person : people) {
            var length = offer.length(person, services);
            starts(person, date, length).forEach(start -> slots.putIfAbsent(start, new TimeSlot(start, length.orElseThrow())));
        }
        return List.copyOf(slots.values());
    }

    BookingDates dates(List<Person> people, List<Long> services, LocalDate first, LocalDate last) {
        var working = new TreeSet<LocalDate>();
        var free = new TreeSet<LocalDate>();
        days(first, last).forEach(date -> {
            if (people.stream().anyMatch(person -> !person.hours().on(date).isEmpty())) working.add(date);
            if (people.stream().anyMatch(person -> isFree(person, date, offer.length(person, services)))) free.add(date);
        });
        return new BookingDates(working, free);
    }

    /** The first day on which a person has a free slot. */
    Optional<LocalDate> nextFreeDate(Person person, List<Long> services) {
        var length = offer.length(person, services);
        return days(LocalDate.MIN, LocalDate.MAX).filter(date -> isFree(person, date, length)).findFirst();
    }

    private boolean isFree(Person person, LocalDate date, Optional<Duration> length) {
        return starts(person, date, length).findFirst().isPresent();
    }

    private Stream<LocalDate> days(LocalDate first, LocalDate last) {
        var from = first.isBefore(firstDay(offer, now)) ? firstDay(offer, now) : first;
        var to = last.isAfter(lastDay(offer, now)) ? lastDay(offer, now) : last;
        return from.isAfter(to) ? Stream.empty() : from.datesUntil(to.plusDays(1));
    }

    private boolean isOpen(LocalDate date) {
        return !date.isBefore(firstDay(offer, now)) && !date.isAfter(lastDay(offer, now));
    }

    private List<TimeRange> working(Person person, LocalDate date) {
        return Availability.working(person.hours().on(date), date, offer.location().zone());
    }
}

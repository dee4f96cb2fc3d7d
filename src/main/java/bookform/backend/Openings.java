package bookform.backend;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.booking.BookingDates;
import bookform.booking.Choices;
import bookform.booking.Service;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.booking.TimeSlot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be chosen now, as far as memory knows what keeps the team busy: enough to show, never to decide. */
final class Openings {
    static final BookingDates NEVER = new BookingDates(new TreeSet<>(), new TreeSet<>());

    private final BusyIndex busyIndex;
    private final Clock clock;

    Openings(BusyIndex busyIndex, Clock clock) {
        this.busyIndex = busyIndex;
        this.clock = clock;
    }

    ServiceMenu services(Offer offer, Choices choices) {
        return offer.menu(choices, wanted -> menu(offer, wanted));
    }

    List<TeamMember> teamMembers(Offer offer, Choices choices) {
        var timetable = timetable(offer);
        return offer.whoDo(choices.services(), Optional.empty()).stream().map(person -> {
            var next = choices.start().isPresent()
                    ? choices.start().filter(start -> timetable.offers(person, start, offer.demand(person, choices.services())))
                            .map(offer::date)
                    : timetable.nextFreeDate(person, choices.services());
            return teamMember(person, next.isPresent(), next);
        }).toList();
    }

    BookingDates dates(Offer offer, Choices choices, LocalDate first, LocalDate last) {
        return timetable(offer).dates(offer.whoDo(choices.services(), choices.teamMember()),
                person -> offer.demand(person, choices.services()), first, last);
    }

    List<TimeSlot> timeSlots(Offer offer, Choices choices, LocalDate date) {
        return timetable(offer).slots(offer.whoDo(choices.services(), choices.teamMember()),
                person -> offer.demand(person, choices.services()), date);
    }

    /** To which days an appointment can be moved. */
    BookingDates dates(Offer offer, Holding holding, LocalDate first, LocalDate last) {
        return holding.without(timetable(offer)).dates(holding.person(offer).stream().toList(),
                person -> Optional.of(holding.demand(offer)), first, last);
    }

    /** To which starts on a day an appointment can be moved. */
    List<TimeSlot> timeSlots(Offer offer, Holding holding, LocalDate date) {
        return holding.without(timetable(offer)).slots(holding.person(offer).stream().toList(),
                person -> Optional.of(holding.demand(offer)), date);
    }

    private ServiceMenu menu(Offer offer, Choices choices) {
        var people = offer.whoDo(choices.services(), choices.teamMember());
        var timetable = choices.start().map(start -> timetable(offer));
        var services = new ArrayList<Service>();
        for (var service : offer.services()) {
            var together = with(choices.services(), service.id());
            if (people.stream().anyMatch(person -> offer.does(person, together) && (timetable.isEmpty()
                    || timetable.get().offers(person, choices.start().orElseThrow(), offer.demand(person, together)))))
                services.add(service(offer, service, choices.teamMember()));
        }
        var used = services.stream().map(Service::category).collect(Collectors.toSet());
        return new ServiceMenu(offer.setup().categories().stream().filter(category -> used.contains(category.id())).toList(), services);
    }

    private static List<Long> with(List<Long> chosen, long service) {
        if (chosen.contains(service)) return chosen;
        var all = new ArrayList<>(chosen);
        all.add(service);
        return all;
    }

    private Service service(Offer offer, OfferedService service, Optional<Long> teamMember) {
        var people = offer.whoDo(List.of(service.id()), teamMember);
        var duration = teamMember.isPresent() ? offer.skill(people.getFirst(), service.id()).duration() : service.duration();
        return new Service(service.id(), service.category(), service.title(), offer.price(service.id(), people).orElse(service.price()),
                Optional.of(duration), service.comment(), service.image());
    }

    static TeamMember teamMember(Person person, boolean bookable, Optional<LocalDate> nextFreeDate) {
        return new TeamMember(person.id(), person.name(), person.specialization(), person.position(), person.photo(), person.rating(),
                person.information(), bookable, nextFreeDate);
    }

    private Timetable timetable(Offer offer) {
        var now = clock.instant();
        return new Timetable(offer, busyIndex.of(offer, now), now);
    }
}

package bookform.altegio;

import bookform.altegio.wire.BookDates;
import bookform.altegio.wire.BookServices;
import bookform.altegio.wire.Seance;
import bookform.altegio.wire.Staff;
import bookform.altegio.wire.WireTime;
import bookform.booking.BookingDates;
import bookform.booking.Choices;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.booking.TimeSlot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be chosen at a location: what is asked, in which call, and for how long the answer is good (altegio-api.md §3). */
final class Catalogue {
    private static final ServiceMenu NOTHING = new ServiceMenu(List.of(), List.of());
    private static final BookingDates NEVER = new BookingDates(new TreeSet<>(), new TreeSet<>());
    private static final long ANYBODY = 0;

    private final Upstream upstream;
    private final Memory memory;
    private final Locations locations;

    Catalogue(Upstream upstream, Memory memory, Locations locations) {
        this.upstream = upstream;
        this.memory = memory;
        this.locations = locations;
    }

    ServiceMenu services(long location, Choices choices) {
        var call = menu(location, choices);
        return locations.find(location).map(place -> memory.get(lifetime(choices, Lifetime.SERVICES), location, call,
                () -> upstream.find(call, BookServices.class).map(found -> Offers.menu(found, place.currency())).orElse(NOTHING)))
                .orElse(NOTHING);
    }

    /**
     * From answers that others need as well, where those say it: one service from the menu of all, several from who does them all, and
     * those of a team member from their own menu, unless all take the same. What fits at a start only that menu says.
     */
    ServiceMenu chosen(long location, Choices choices) {
        var atStart = choices.start().isPresent();
        if (!atStart && choices.teamMember().isPresent()) {
            var ofAll = asOfAll(location, choices.services(), choices.teamMember().get());
            if (ofAll.isPresent()) return ofAll.get();
        }
        var chosen = services(location, atStart ? choices : choices.withServices(List.of())).only(choices.services());
        var together = atStart || choices.teamMember().isPresent() || chosen.services().size() < 2
                || !teamMembers(location, choices).isEmpty();
        return together ? chosen : NOTHING;
    }

    /**
     * Services as the menu of all has them, where a team member who is free for them takes nothing else. Asks nobody: that would cost
     * more than their own menu.
     */
    private Optional<ServiceMenu> asOfAll(long location, List<Long> services, long teamMember) {
        var anybody = Choices.NONE.withServices(services);
        var team = memory.<List<TeamMember>>find(Lifetime.TEAM, location, team(location, anybody)).orElse(List.of());
        if (team.stream().noneMatch(member -> member.id() == teamMember && member.bookable())) return Optional.empty();
        return memory.<ServiceMenu>find(Lifetime.SERVICES, location, menu(location, Choices.NONE)).map(menu -> menu.only(services))
                .filter(chosen -> chosen.services().size() == services.size()
                        && chosen.services().stream().allMatch(service -> service.price().isFixed()));
    }

    List<TeamMember> teamMembers(long location, Choices choices) {
        var call = team(location, choices);
        return memory.get(lifetime(choices, Lifetime.TEAM), location, call, () -> Offers.team(upstream.list(call, Staff.class)),
                new Memory.Others<>(Lifetime.TEAM, team -> team.stream()
                        .collect(Collectors.toMap(member -> ofTeamMember(location, member.id()), Optional::of, (first, same) -> first))));
    }

    Optional<TeamMember> findTeamMember(long location, long teamMember) {
        var call = ofTeamMember(location, teamMember);
        return memory.get(Lifetime.TEAM, location, call, () -> Offers.team(upstream.list(call, Staff.class)).stream()
                .filter(member -> member.id() == teamMember).findFirst());
    }

    BookingDates dates(long location, Choices choices, LocalDate first, LocalDate last) {
        var call = Call.get("book_dates", location).services(choices.services()).query("staff_id", choices.teamMember().orElse(ANYBODY))
                .query("date_from", first).query("date_to", last);
        return memory.get(Lifetime.DATES, location, call,
                () -> upstream.find(call, BookDates.class).map(found -> Offers.dates(found, first, last)).orElse(NEVER));
    }

    List<TimeSlot> timeSlots(long location, Choices choices, LocalDate date) {
        if (!WireTime.isWritable(date)) return List.of();
        var call = Call.get("book_times", location, choices.teamMember().orElse(ANYBODY), date).services(choices.services());
        return locations.find(location).map(place -> memory.get(Lifetime.TIMES, location, call,
                () -> Offers.slots(upstream.list(call, Seance.class), place.zone()))).orElse(List.of());
    }

    private static Call menu(long location, Choices choices) {
        return narrowed(Call.get("book_services", location), choices);
    }

    private static Call team(long location, Choices choices) {
        return narrowed(Call.get("book_staff", location), choices);
    }

    private static Call narrowed(Call call, Choices choices) {
        var narrowed = call.services(choices.services());
        if (choices.teamMember().isPresent()) narrowed = narrowed.query("staff_id", choices.teamMember().get());
        return choices.start().isPresent() ? narrowed.query("datetime", WireTime.utc(choices.start().get())) : narrowed;
    }

    private static Call ofTeamMember(long location, long teamMember) {
        return Call.get("book_staff", location).query("staff_id", teamMember).query("without_seances", 1);
    }

    /** What fits at a start is as short-lived as that start. */
    private static Lifetime lifetime(Choices choices, Lifetime otherwise) {
        return choices.start().isPresent() ? Lifetime.TIMES : otherwise;
    }
}

package bookform.wizard;

import bookform.booking.BookingForm;
import bookform.booking.Event;
import bookform.booking.FormStep.Kind;
import bookform.booking.Location;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.web.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One client's way to one step: the form and where it is, what was chosen, and what the booking system says of those choices.
 *
 * @param typed what the client typed on the details already; empty on the first way there
 * @param chosen the chosen services, as the team member and time chosen before them make them; those that hold
 * @param teamMember the person chosen; empty for any team member, and while nobody was chosen
 * @param event the one whose seats were chosen; empty where that is not what is booked
 * @param obstacle the first step before this one that is open, or whose choice no longer holds
 * @param offered what the location is there for
 * @param outOfDate whether any of what the booking system has said until now may be
 */
record Walk(BookingForm form, Location location, Flow flow, Texts t, Selection selection, DetailsForm typed, ServiceMenu chosen,
        Optional<TeamMember> teamMember, Optional<Event> event, Optional<Obstacle> obstacle, Offered offered, BooleanSupplier outOfDate) {

    /** Whether a location has events, and whether it has appointments: asked by the first pages alone, which lead to each other. */
    record Offered(BooleanSupplier events, BooleanSupplier appointments) {
        boolean isEventsAlone() {
            return events.getAsBoolean() && !appointments.getAsBoolean();
        }
    }

    /** Why a client must go back to a step: {@code gone} when the choice made there no longer holds, else nothing was chosen yet. */
    record Obstacle(Kind step, boolean gone) {}

    Walk withSelection(Selection selection) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, event, obstacle, offered, outOfDate);
    }

    Walk withChosen(ServiceMenu chosen) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, event, obstacle, offered, outOfDate);
    }

    Walk withTeamMember(TeamMember teamMember) {
        return new Walk(form, location, flow, t, selection, typed, chosen, Optional.of(teamMember), event, obstacle, offered, outOfDate);
    }

    Walk withEvent(Event event) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, Optional.of(event), obstacle, offered, outOfDate);
    }

    Walk open(Kind step) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, event, Optional.of(new Obstacle(step, false)),
                offered, outOfDate);
    }

    Walk gone(Kind step) {
        return gone(step, selection.without(step));
    }

    /** There are not so many seats any more: its page says how many there are. */
    Walk crowded() {
        return gone(Kind.EVENT, selection);
    }

    private Walk gone(Kind step, Selection selection) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, event, Optional.of(new Obstacle(step, true)),
                offered, outOfDate);
    }

    /** The address of a step with the choices made so far. */
    String url(Kind step) {
        return selection.url(Flow.page(step));
    }

    /** The day of the chosen start on the location's calendar. */
    Optional<LocalDate> startDate() {
        return selection.start().map(start -> start.atZone(location.zone()).toLocalDate());
    }

    List<Long> services() {
        return selection.services();
    }

    boolean carriesDetails() {
        return !typed.isEmpty();
    }
}

package bookform.wizard;

import bookform.booking.BookingForm;
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
 * @param obstacle the first step before this one that is open, or whose choice no longer holds
 * @param outOfDate whether any of what the booking system has said until now may be
 */
record Walk(BookingForm form, Location location, Flow flow, Texts t, Selection selection, DetailsForm typed, ServiceMenu chosen,
        Optional<TeamMember> teamMember, Optional<Obstacle> obstacle, BooleanSupplier outOfDate) {

    /** Why a client must go back to a step: {@code gone} when the choice made there no longer holds, else nothing was chosen yet. */
    record Obstacle(Kind step, boolean gone) {}

    Walk withSelection(Selection selection) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, obstacle, outOfDate);
    }

    Walk withChosen(ServiceMenu chosen) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, obstacle, outOfDate);
    }

    Walk withTeamMember(TeamMember teamMember) {
        return new Walk(form, location, flow, t, selection, typed, chosen, Optional.of(teamMember), obstacle, outOfDate);
    }

    Walk open(Kind step) {
        return new Walk(form, location, flow, t, selection, typed, chosen, teamMember, Optional.of(new Obstacle(step, false)), outOfDate);
    }

    Walk gone(Kind step) {
        return new Walk(form, location, flow, t, selection.without(step), typed, chosen, teamMember, Optional.of(new Obstacle(step, true)),
                outOfDate);
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

package bookform.wizard;

import bookform.booking.BookingForm;
import bookform.booking.Event;
import bookform.booking.FormStep.Kind;
import bookform.booking.Location;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.booking.TimeSlot;
import bookform.web.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One client's way to one step: where it began, what was chosen, and what the booking system says of those choices.
 *
 * @param obstacle the first step before this one that is open, or whose choice no longer holds
 */
record Walk(Entry entry, Selection selection, Found found, Optional<Obstacle> obstacle) {
    /**
     * What is the same all the way.
     *
     * @param typed what the client typed on the details already; empty on the first way there
     * @param offered what the location is there for
     * @param outOfDate whether any of what the booking system has said until now may be
     */
    record Entry(BookingForm form, Location location, Flow flow, Texts t, DetailsForm typed, Offered offered, BooleanSupplier outOfDate) {}

    /**
     * What the choices are, as far as they were looked at.
     *
     * @param chosen the chosen services, as the team member and time chosen before them make them; those that hold
     * @param teamMember the person chosen; empty for any team member, and while nobody was chosen
     * @param slot the time chosen, with how long the chosen services take then; empty where it was chosen before them
     * @param event the one whose seats were chosen; empty where that is not what is booked
     */
    record Found(ServiceMenu chosen, Optional<TeamMember> teamMember, Optional<TimeSlot> slot, Optional<Event> event) {
        static final Found NOTHING =
                new Found(new ServiceMenu(List.of(), List.of()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a location has events, and whether it has appointments: asked by the first pages alone, which lead to each other. */
    record Offered(BooleanSupplier events, BooleanSupplier appointments) {
        boolean isEventsAlone() {
            return events.getAsBoolean() && !appointments.getAsBoolean();
        }
    }

    /** Why a client must go back to a step: {@code gone} when the choice made there no longer holds, else nothing was chosen yet. */
    record Obstacle(Kind step, boolean gone) {}

    /** Before the first step. */
    static Walk from(Entry entry, Selection selection) {
        return new Walk(entry, selection, Found.NOTHING, Optional.empty());
    }

    Walk withSelection(Selection selection) {
        return new Walk(entry, selection, found, obstacle);
    }

    Walk withChosen(ServiceMenu chosen) {
        return with(new Found(chosen, teamMember(), slot(), event()));
    }

    Walk withTeamMember(TeamMember teamMember) {
        return with(new Found(chosen(), Optional.of(teamMember), slot(), event()));
    }

    Walk withSlot(TimeSlot slot) {
        return with(new Found(chosen(), teamMember(), Optional.of(slot), event()));
    }

    Walk withEvent(Event event) {
        return with(new Found(chosen(), teamMember(), slot(), Optional.of(event)));
    }

    Walk open(Kind step) {
        return new Walk(entry, selection, found, Optional.of(new Obstacle(step, false)));
    }

    Walk gone(Kind step) {
        return gone(step, selection.without(step));
    }

    /** There are not so many seats any more: its page says how many there are. */
    Walk crowded() {
        return gone(Kind.EVENT, selection);
    }

    private Walk gone(Kind step, Selection selection) {
        return new Walk(entry, selection, found, Optional.of(new Obstacle(step, true)));
    }

    private Walk with(Found found) {
        return new Walk(entry, selection, found, obstacle);
    }

    BookingForm form() {
        return entry.form();
    }

    Location location() {
        return entry.location();
    }

    Flow flow() {
        return entry.flow();
    }

    Texts t() {
        return entry.t();
    }

    DetailsForm typed() {
        return entry.typed();
    }

    ServiceMenu chosen() {
        return found.chosen();
    }

    Optional<TeamMember> teamMember() {
        return found.teamMember();
    }

    Optional<TimeSlot> slot() {
        return found.slot();
    }

    Optional<Event> event() {
        return found.event();
    }

    /** The address of a step with the choices made so far. */
    String url(Kind step) {
        return selection.url(Flow.page(step));
    }

    /** The day of the chosen start on the location's calendar. */
    Optional<LocalDate> startDate() {
        return selection.start().map(start -> start.atZone(location().zone()).toLocalDate());
    }

    List<Long> services() {
        return selection.services();
    }

    boolean carriesDetails() {
        return !typed().isEmpty();
    }
}

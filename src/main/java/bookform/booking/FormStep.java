package bookform.booking;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * One step of a booking form.
 *
 * @param title the business's own heading; empty for ours
 * @param hidden the step is passed over and its preset taken
 * @param preset id of the location, service or team member chosen beforehand; {@link #ANY} for any team member; empty for none
 * @param time what the date-and-time step has chosen beforehand; {@link TimePreset#NONE} on every other step
 */
public record FormStep(Kind kind, String title, boolean hidden, Optional<Long> preset, TimePreset time) {
    /** The preset that stands for any team member (altegio-api.md §2.1). */
    public static final long ANY = -1;

    /** What a step asks for. */
    public enum Kind {
        /** Of forms of a chain alone; always first, as everything else depends on it. */
        LOCATION,
        SERVICE, TEAM_MEMBER, TIME,
        /** Of group events, instead of the three before: no form lists it, the way to the events does. */
        EVENT,
        DETAILS
    }

    /**
     * A day, a time of the day, or both, chosen beforehand.
     *
     * @param dateHidden the calendar is not shown and the day is {@code date}
     * @param timeHidden the times are not shown and choosing a day takes {@code time}
     */
    public record TimePreset(Optional<LocalDate> date, boolean dateHidden, Optional<LocalTime> time, boolean timeHidden) {
        public static final TimePreset NONE = new TimePreset(Optional.empty(), false, Optional.empty(), false);
    }

    public static FormStep of(Kind kind) {
        return new FormStep(kind, "", false, Optional.empty(), TimePreset.NONE);
    }
}

package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.booking.BookingForm;
import bookform.booking.BookingForm.Caption;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.FormStep.TimePreset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private final Flow usual =
            flow(FormStep.of(Kind.SERVICE), FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.TIME), FormStep.of(Kind.DETAILS));
    private final Flow backwards = flow(FormStep.of(Kind.TIME), FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.SERVICE));
    private final Selection nothing = Selection.none(1);
    private final Selection everything = nothing.withServices(List.of(1L)).withTeamMember(Optional.of(2L)).withStart(START);

    @Test
    void leadsThroughTheStepsInTheirOrder() {
        assertEquals(Kind.SERVICE, usual.firstOpen(nothing));
        assertEquals(Kind.TEAM_MEMBER, usual.firstOpen(nothing.withServices(List.of(1L))));
        assertEquals(Kind.TIME, usual.firstOpen(everything.without(Kind.TIME)));
        assertEquals(Kind.DETAILS, usual.firstOpen(everything));
        assertEquals(Kind.TIME, backwards.firstOpen(nothing));
    }

    @Test
    void choosingLeadsToTheNextThatIsOpen() {
        assertEquals(Kind.TEAM_MEMBER, usual.next(Kind.SERVICE, nothing));
        assertEquals(Kind.TIME, usual.next(Kind.SERVICE, nothing.withTeamMember(Optional.of(2L))));
        assertEquals(Kind.DETAILS, usual.next(Kind.SERVICE, everything), "a changed service returns to where the client was");
        assertEquals(Kind.SERVICE, usual.next(Kind.TIME, everything.without(Kind.SERVICE)));
    }

    @Test
    void backIsTheStepBefore() {
        assertEquals(Optional.empty(), usual.previous(Kind.SERVICE));
        assertEquals(Optional.of(Kind.TEAM_MEMBER), usual.previous(Kind.TIME));
        assertEquals(Optional.of(Kind.TIME), usual.previous(Kind.DETAILS));
        assertEquals(Optional.of(Kind.SERVICE), backwards.previous(Kind.DETAILS));
    }

    @Test
    void aStepIsNarrowedByTheChoicesBeforeItAlone() {
        assertEquals(everything.withServices(List.of()).withTeamMember(Optional.empty()).without(Kind.TIME).choices(),
                usual.choicesBefore(Kind.SERVICE, everything));
        assertEquals(everything.without(Kind.TIME).choices(), usual.choicesBefore(Kind.TIME, everything));
        assertEquals(everything.without(Kind.SERVICE).choices(), backwards.choicesBefore(Kind.SERVICE, everything));
    }

    @Test
    void hiddenStepsArePassedOver() {
        var flow = flow(hidden(Kind.SERVICE, Optional.of(7L)), hidden(Kind.TEAM_MEMBER, Optional.empty()), FormStep.of(Kind.TIME));
        assertEquals(List.of(Kind.TIME, Kind.DETAILS), kinds(flow));
        assertEquals(nothing.withServices(List.of(7L)).withTeamMember(Optional.of(FormStep.ANY)), flow.withPresets(nothing));
        assertEquals(List.of(Kind.SERVICE, Kind.TEAM_MEMBER), flow.before(Kind.TIME));
        assertEquals(Optional.empty(), flow.previous(Kind.TIME));
    }

    @Test
    void theAddressWinsOverAPreset() {
        var flow = flow(hidden(Kind.SERVICE, Optional.of(7L)), hidden(Kind.TEAM_MEMBER, Optional.of(3L)), FormStep.of(Kind.TIME));
        assertEquals(List.of(1L), flow.withPresets(everything).services());
        assertEquals(Optional.of(2L), flow.withPresets(everything).teamMember());
    }

    @Test
    void whatMustBeAskedIsNeverHidden() {
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS),
                kinds(flow(hidden(Kind.SERVICE, Optional.empty()), hidden(Kind.TEAM_MEMBER, Optional.of(-1L)),
                        hidden(Kind.TIME, Optional.empty()), hidden(Kind.DETAILS, Optional.empty()))));
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), kinds(flow(hidden(Kind.SERVICE, Optional.of(-1L)),
                hidden(Kind.TEAM_MEMBER, Optional.of(-1L)), hidden(Kind.TIME, Optional.empty()))));
    }

    @Test
    void everyFormIsMadeWhole() {
        assertEquals(List.of(Kind.SERVICE, Kind.TIME, Kind.DETAILS), kinds(flow()));
        assertEquals(List.of(Kind.TIME, Kind.SERVICE, Kind.DETAILS), kinds(flow(FormStep.of(Kind.DETAILS), FormStep.of(Kind.TIME))));
        assertEquals(List.of(Kind.SERVICE, Kind.TEAM_MEMBER, Kind.TIME, Kind.DETAILS),
                kinds(flow(FormStep.of(Kind.SERVICE), FormStep.of(Kind.SERVICE), FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.TIME))));
    }

    private static List<Kind> kinds(Flow flow) {
        return flow.shown().stream().map(FormStep::kind).toList();
    }

    private static FormStep hidden(Kind kind, Optional<Long> preset) {
        return new FormStep(kind, "", true, preset, TimePreset.NONE);
    }

    private static Flow flow(FormStep... steps) {
        return new Flow(new BookingForm(1, 1, List.of(steps), Locale.ENGLISH, List.of(Locale.ENGLISH), false, false, false, "", "", false,
                Caption.POSITION));
    }
}

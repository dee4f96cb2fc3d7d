package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Appointment;
import bookform.booking.Appointment.Status;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.OwnAppointment;
import bookform.booking.TeamMember;
import bookform.web.Assets;
import bookform.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the past is shown bit by bit: ten, and twenty more each time. */
class AppointmentsViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(45);
    private static final Location STUDIO = DemoLocation.setup(DemoLocation.today(java.time.Clock.systemUTC())).location();
    private static final TeamMember ANNA =
            new TeamMember(1, "Anna", "", "", Optional.empty(), Optional.empty(), Html.NONE, false, Optional.empty());

    @ParameterizedTest
    @CsvSource({"0, 0, 0, false", "10, 0, 10, false", "11, 0, 10, true", "30, 20, 30, false", "31, 20, 30, true", "31, 40, 31, false",
            "1500, 1480, 1490, true"})
    void eachLinkShowsMoreUntilThereIsNoMore(int there, int earlier, int shown, boolean more) {
        var view = view(past(there), earlier);
        assertEquals(shown, view.past().size());
        assertEquals(more ? "/cabinet/appointments?earlier=" + (earlier + 20) : "", view.earlierUrl());
    }

    @Test
    void whatIsUnderWayIsStillAhead() {
        var view = view(List.of(at(NOW.plus(LENGTH)), at(NOW.minus(LENGTH).plusSeconds(1)), at(NOW.minus(LENGTH))), 0);
        assertEquals(2, view.upcoming().size());
        assertEquals(1, view.past().size(), "it has just ended");
    }

    private static AppointmentsView view(List<OwnAppointment> all, int earlier) {
        var visitor = new Visitor(Texts.in(Locale.ENGLISH), Optional.empty(), Optional.of(STUDIO), "", false);
        return AppointmentsView.of(visitor, all, earlier, false, NOW, new Assets());
    }

    private static List<OwnAppointment> past(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(days -> at(NOW.minus(Duration.ofDays(days)))).toList();
    }

    private static OwnAppointment at(Instant start) {
        return new OwnAppointment(new Appointment(1, STUDIO, List.of(), ANNA, start, LENGTH, "", Status.WAITING, Optional.empty()), "",
                Optional.empty());
    }
}

package bookform.cabinet;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.CabinetClient;
import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may do what (reliability.md J2): every route of the cabinet, asked by a stranger, by the client whose appointment it is, and by
 * another client. A route that is not in the table fails the test: say there who may use it.
 */
class AccessMatrixTest extends CabinetTest {
    private static final String SIGN_IN = "303 /cabinet/session";

    /**
     * What a route answers whom: a status, and where it leads.
     *
     * @param owner who booked the appointment that is asked for
     */
    private static final String APPOINTMENT = "/cabinet/appointments/{location}/{appointment}";

    private record Answers(String stranger, String owner, String other) {
        static Answers toItsOwner(String answer) {
            return new Answers(SIGN_IN, answer, "404");
        }

        static Answers toClients(String answer) {
            return new Answers(SIGN_IN, answer, answer);
        }

        static Answers toEverybody(String answer) {
            return new Answers(answer, answer, answer);
        }
    }

    private static Map<String, Answers> table(Backend backend) {
        var calendars = backend == Backend.EMBEDDED;
        var kept = backend == Backend.EMBEDDED;
        return Map.ofEntries(
                entry("GET /cabinet", Answers.toClients("303 /cabinet/appointments")),
                entry("GET /cabinet/session", new Answers("200", "303 /cabinet/appointments", "303 /cabinet/appointments")),
                entry("POST /cabinet/session", Answers.toEverybody("422")),
                entry("POST /cabinet/phone-confirmations", Answers.toEverybody("422")),
                entry("GET /cabinet/phone-confirmations", Answers.toEverybody(SIGN_IN)),
                entry("POST /cabinet/session/ending", Answers.toEverybody(SIGN_IN)),
                entry("GET /cabinet/sessions", Answers.toClients("200")),
                entry("POST /cabinet/sessions/ending", Answers.toEverybody(SIGN_IN)),
                entry("POST /cabinet/sessions/{session}/ending", Answers.toClients("303 /cabinet/sessions")),
                entry("GET /cabinet/profile", Answers.toClients("200")),
                entry("POST /cabinet/profile", Answers.toClients("422")),
                entry("POST /cabinet/profile/password", Answers.toClients("422")),
                entry("GET /cabinet/profile/password", Answers.toEverybody("303 /cabinet/profile")),
                entry("POST /cabinet/profile/phone-confirmations", Answers.toClients("422")),
                entry("GET /cabinet/profile/phone-confirmations", Answers.toClients("303 /cabinet/profile")),
                entry("POST /cabinet/profile/phone", Answers.toClients("422")),
                entry("GET /cabinet/profile/phone", Answers.toEverybody("303 /cabinet/profile")),
                entry("POST /cabinet/profile/email-confirmations", Answers.toClients(kept ? "303 /cabinet/profile" : "404")),
                entry("GET /cabinet/profile/email-confirmations", Answers.toClients("303 /cabinet/profile")),
                entry("POST /cabinet/profile/email", Answers.toClients(kept ? "422" : "404")),
                entry("GET /cabinet/profile/email", Answers.toEverybody("303 /cabinet/profile")),
                entry("POST /cabinet/profile/preferences", Answers.toClients(kept ? "303 /cabinet/profile" : "404")),
                entry("GET /cabinet/profile/preferences", Answers.toEverybody("303 /cabinet/profile")),
                entry("GET /cabinet/profile/data", Answers.toClients("200")),
                entry("GET /cabinet/profile/erasure", Answers.toClients("200")),
                entry("POST /cabinet/profile/erasure", Answers.toClients(kept ? "422" : "404")),
                entry("POST /cabinet/profile/erasure-confirmations", Answers.toClients(kept ? "429" : "404")),
                entry("GET /cabinet/profile/erasure-confirmations", Answers.toClients("303 /cabinet/profile/erasure")),
                entry("GET /cabinet/loyalty", Answers.toClients(kept ? "404" : "200")),
                entry("GET /cabinet/appointments", Answers.toClients("200")),
                entry("GET /cabinet/appointments/{location}/{appointment}", Answers.toItsOwner("200")),
                entry("GET /cabinet/appointments/{location}/{appointment}/calendar.ics", Answers.toItsOwner("200")),
                entry("GET " + APPOINTMENT + "/again", Answers.toItsOwner("303 /forms/1")),
                entry("GET " + APPOINTMENT + "/cancellation", Answers.toItsOwner("200")),
                entry("POST " + APPOINTMENT + "/cancellation", Answers.toItsOwner("303 /cabinet/appointments/1/{appointment}")),
                entry("GET " + APPOINTMENT + "/time", Answers.toItsOwner("200")),
                entry("POST " + APPOINTMENT + "/time", Answers.toItsOwner("303 /cabinet/appointments/1/{appointment}/time")),
                entry("GET /cabinet/calendar", Answers.toClients(calendars ? "200" : "404")),
                entry("POST /cabinet/calendar", Answers.toClients(calendars ? "200" : "404")),
                entry("POST /cabinet/calendar/ending", Answers.toClients(calendars ? "303 /cabinet/calendar" : "404")),
                entry("GET /cabinet/calendar/{secret}/appointments.ics", Answers.toEverybody("404")));
    }

    @Test
    void everyRouteHasItsRule() {
        var routes = app.app().routes().stream().filter(route -> route.contains(" /cabinet"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(table(backend).keySet()), routes);
    }

    @Test
    void everybodyGetsWhatIsTheirsAndNothingElse() {
        var phone = newPhone();
        var booked = book(phone, 0);
        var owner = signedIn(phone);
        var stranger = newPhone();
        var other = signedIn(stranger);
        var order = Comparator.comparingInt((Map.Entry<String, Answers> row) -> turn(row.getKey()));
        for (var row : table(backend).entrySet().stream().sorted(order).toList()) {
            var route = row.getKey();
            var expected = row.getValue();
            assertEquals(expected.stranger(), asked(route, booked, new CabinetClient(app)), route + " by a stranger");
            assertEquals(expected.other(), asked(route, booked, other), route + " by another client");
            assertEquals(expected.owner(), asked(route, booked, owner), route + " by its client");
            if (route.matches(".*/sessions?/ending")) { // whoever went out comes in again
                advance(Duration.ofMinutes(20));
                owner = signedIn(phone);
                other = signedIn(stranger);
            }
        }
    }

    /** What is cancelled cannot be moved any more, and after signing in again and again it is too late for both. */
    private static int turn(String route) {
        if (route.matches(".*/sessions?/ending")) return 2;
        return route.matches("POST .*/cancellation") ? 1 : 0;
    }

    private static String asked(String route, Booked booked, CabinetClient visit) {
        var parts = route.split(" ");
        var path = parts[1].replace("{location}", "1").replace("{appointment}", Long.toString(booked.id())).replace("{session}", "99999")
                .replace("{secret}", "A".repeat(43));
        return told(parts[0].equals("GET") ? visit.get(path) : visit.post(path, Map.of()))
                .replace("/" + booked.id(), "/{appointment}");
    }

    /** Where it leads is told without what it would lead back to. */
    private static String told(Answer answer) {
        return answer.status() == 303 ? "303 " + answer.header("Location").replaceFirst("\\?.*", "") : Integer.toString(answer.status());
    }
}

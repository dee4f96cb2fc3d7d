package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/team-member}. */
class TeamMemberStepTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void showsWhoDoesAllOfIt() {
        assertEquals(List.of("Anna", "Boris", "Daniel"), names("service=1"));
        assertEquals(List.of("Boris"), names("service=1&service=2"));
        assertEquals(List.of("Clara", "Emma"), names("service=9"));
    }

    @Test
    void offersAnyoneWhereThereIsAChoice() {
        assertTrue(app.get("/forms/1/team-member?service=1").text().contains("Anyone available"));
        assertFalse(app.get("/forms/1/team-member?service=2").text().contains("Anyone available"));
    }

    @Test
    void saysWhenSomebodyIsFreeNext() {
        var page = app.get("/forms/1/team-member?service=1");
        assertTrue(page.html().expectFirst(".choice:contains(Anna)").text().contains("Free today"), page.text());
        var emma = app.get("/forms/1/team-member?service=9").html().expectFirst(".choice:contains(Emma)").text();
        assertTrue(emma.contains("Free from"), emma);
    }

    @Test
    void leadsToTheTime() {
        var page = app.choose(app.get("/forms/1/team-member?service=1"), "Anna");
        assertEquals("Choose a time", page.heading());
        assertEquals("service=1&teamMember=1", page.response().uri().getQuery());
        assertEquals("service=1&teamMember=any",
                app.choose(app.get("/forms/1/team-member?service=1"), "Anyone").response().uri().getQuery());
    }

    @Test
    void leadsPastATimeThatIsChosenAlready() {
        var start = app.details(1, "service=1&teamMember=1").replaceFirst(".*start=", "");
        var page = app.get("/forms/1/team-member?service=1&start=" + start);
        assertTrue(page.linkTo("Anna").startsWith("/forms/1/details?"), page.linkTo("Anna"));
    }

    @Test
    void remembersWhoIsChosen() {
        var page = app.get("/forms/1/team-member?service=1&teamMember=2");
        assertEquals("Boris", page.html().select(".choice[aria-current=true] b").text());
        assertEquals("Anyone available",
                app.get("/forms/1/team-member?service=1&teamMember=any").html().select(".choice[aria-current=true] b").text());
    }

    @Test
    void asksForServicesFirst() {
        var answer = app.get("/forms/1/team-member?lang=lt");
        assertEquals(303, answer.status());
        assertEquals("/forms/1/services?lang=lt", answer.header("Location"));
    }

    @Test
    void aServiceThatIsGoneIsChosenAgain() {
        var answer = app.get("/forms/1/team-member?service=999");
        assertEquals("/forms/1/services?gone=services", answer.header("Location"));
        assertEquals("Something you chose cannot be booked any more. Please choose again.", app.follow(answer).notice());
    }

    @Test
    void carriesTypedDetailsInTheBody() {
        var page = app.post("/forms/1/team-member?service=1", Map.of("name", "Vera", "email", "vera@example.com"));
        assertEquals(List.of("Vera", "vera@example.com"), List.of(page.field("name"), page.field("email")));
        var next = app.choose(page, "Anna");
        assertEquals("Choose a time", next.heading());
        assertEquals("Vera", next.field("name"));
        assertFalse(next.response().uri().toString().contains("Vera"));
    }

    @Test
    void aPostWithNothingChosenIsAnsweredAtTheOpenStepWithWhatWasTyped() {
        var page = app.post("/forms/1/team-member", Map.of("name", "Vera"));
        assertEquals(409, page.status());
        assertEquals("Please choose a service first.", page.notice());
        assertEquals("Vera", page.field("name"));
    }

    @Test
    void anUnknownFormIsNotThere() {
        assertEquals(404, app.get("/forms/99/team-member?service=1").status());
    }

    private static List<String> names(String query) {
        return app.get("/forms/1/team-member?" + query).html().select(".choice b").eachText().stream()
                .filter(name -> !name.startsWith("Anyone")).sorted().toList();
    }
}

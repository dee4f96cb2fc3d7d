package bookform.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.RunningApp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of Altegio's widget (altegio-api.md §11.2). The demo location is in Vilnius, two hours ahead of UTC in winter. */
class AltegioAddressTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "personal/menu?o= | /forms/1",
            "record-type?o= | /forms/1",
            "personal/select-services | /forms/1/services",
            "personal/select-master?o=s1s2 | /forms/1/team-member?service=1&service=2",
            "personal/select-time?o=m7s501 | /forms/1/time?teamMember=7&service=501",
            "personal/select-time?o=m-1s501d301501 | /forms/1/time?teamMember=any&service=501&date=2030-01-15",
            "personal/menu?o=m7s501s502d3015011000 | /forms/1?teamMember=7&service=501&service=502&start=2030-01-15T08%3A00%3A00Z",
            "create-record/record?o=m7s501d3015071000 | /forms/1/details?teamMember=7&service=501&start=2030-07-15T07%3A00%3A00Z",
            "activity/select?o=m-1act2030-01-15 | /forms/1/events?teamMember=any&date=2030-01-15",
            "personal/select-time?o=d3031021000 | /forms/1/time",
            "personal/select-time?o=s1xs2 | /forms/1/time?service=1",
            "success-order/17/ab12 | /forms/1/visits/17/ab12"})
    void leadsToTheSameStepWithTheChoicesMade(String theirs, String ours) {
        var answer = app.get("/company/1/" + theirs + (theirs.contains("?") ? "&" : "?") + "form=1");
        assertEquals(303, answer.status());
        assertEquals(ours, answer.header("Location"));
    }

    @ParameterizedTest
    @CsvSource({"/company/2/personal/menu?form=1", "/company/1/personal/menu?form=99", "/company/1/personal/menu",
            "/company/x/personal/menu?form=1"})
    void aFormOfAnotherLocationIsNotThere(String address) {
        assertEquals(404, app.get(address).status());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"n77.example.com,77", "b1.localhost:8080,1", "w12.a.b,12", "x77.example.com,-", "n.example.com,-",
            "n77,-", "example.com,-", "n7x.example.com,-"})
    void theFormIsInTheNameOfTheHost(String host, Long form) {
        assertEquals(form, AltegioAddress.form(host).orElse(null));
    }

    @Test
    void theWholeLinkEndsAtTheDetails() {
        var free = app.details(1, "service=1&teamMember=1");
        var start = Instant
                .parse(URLDecoder.decode(free.replaceFirst(".*start=([^&]*).*", "$1"), StandardCharsets.UTF_8))
                .atZone(ZoneId.of("Europe/Vilnius"));
        var theirs = "/company/1/personal/menu?form=1&o=m1s1d" + DateTimeFormatter.ofPattern("yyddMMHHmm").format(start);
        assertEquals("Your details", app.follow(app.get(theirs)).heading());
    }
}

package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bookform.support.RunningApp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the server stands does not matter: times and days are the location's (reliability.md K3). */
class ServerZoneTest {
    private static final String API = "/api/v1";

    private final TimeZone usual = TimeZone.getDefault();

    @AfterEach
    void setBack() {
        TimeZone.setDefault(usual);
    }

    @Test
    void whereTheServerStandsDoesNotMatter() {
        var inUtc = everythingAboutTime("UTC");
        assertEquals(inUtc, everythingAboutTime("Pacific/Kiritimati"));
        assertEquals(inUtc, everythingAboutTime("Pacific/Midway"));
    }

    /** The control: what asks the server for the day is a day off in one of them. */
    @Test
    void itWouldMatter() {
        var days = List.of("Pacific/Kiritimati", "Pacific/Midway").stream().map(zone -> {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return LocalDate.ofInstant(Instant.parse(RunningApp.MONDAY), ZoneId.systemDefault());
        }).toList();
        assertNotEquals(days.get(0), days.get(1));
        assertNotEquals(ZoneOffset.UTC, ZoneId.systemDefault());
    }

    private static List<String> everythingAboutTime(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var said = new ArrayList<String>();
        try (var app = RunningApp.start()) {
            var time = app.get("/forms/1/time?service=1&teamMember=any");
            said.add(time.text());
            said.add(app.get("/forms/1/team-member?service=1").text());
            var details = app.get(app.details(1, "service=1&teamMember=any"));
            var booked = app.follow(app.submit(details, "details", Map.of("name", "Wera", "phone", "+37061234567")));
            said.add(booked.text());
            for (var path : List.of("/book_dates/1?service_ids%5B%5D=1", "/book_times/1/1/2026-11-24?service_ids%5B%5D=1",
                    "/book_staff/1?service_ids%5B%5D=1", "/book_staff_seances/1/1"))
                said.add(app.get(API + path, "Authorization", "Bearer demo").body().replace(app.url(), ""));
        }
        return said;
    }
}

package bookform.bench;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of the REST API, as bytes ready to be sent, by a partner without limits. */
final class EngineCalls {
    private static final int LARGE_TEAM = 1_000;
    private static final int QUARTERS = 34;
    private static final int QUARTERS_BEFORE_LUNCH = 22;
    private static final int FIRST_QUARTER = 9 * 4;
    private static final int AFTER_LUNCH = 15 * 4 - QUARTERS_BEFORE_LUNCH;

    private final int port;
    private final EngineWorld world;
    private final AtomicInteger booked = new AtomicInteger();

    EngineCalls(int port, EngineWorld world) {
        this.port = port;
        this.world = world;
    }

    /** Free slots of an hour on a day, counted from today. @param teamMember 0 for any */
    byte[] times(long location, long teamMember, int day) {
        return get("/book_times/" + location + "/" + teamMember + "/" + day(day) + "?service_ids%5B%5D=" + EngineWorld.AN_HOUR);
    }

    /** The days of the coming month on which anybody has a free hour. */
    byte[] month(long location) {
        return get("/book_dates/" + location + "?service_ids%5B%5D=" + EngineWorld.AN_HOUR + "&date_from=" + day(0) + "&date_to="
                + day(EngineWorld.DAYS - 1));
    }

    byte[] constant(int size) {
        return Connection.get(port, "/bench/constant/" + size, headers());
    }

    /** A POST as long as a booking, answered at once. */
    byte[] constantPost(int size) {
        return Connection.post(port, "/bench/constant/" + size, Map.of("visit", body(0, 1, "2030-01-01T09:00:00")));
    }

    /** Each time another quarter of an hour that is free, so that nobody is in anybody's way, by another client. */
    byte[] nextBooking() {
        var number = booked.getAndIncrement();
        var slot = number / LARGE_TEAM;
        return booking(EngineWorld.FREE, 1 + number % LARGE_TEAM, 1 + slot / QUARTERS, slot % QUARTERS, number);
    }

    /** @param quarter of the working time of a day */
    byte[] booking(long location, long teamMember, int day, int quarter, int client) {
        var minutes = 15 * (quarter < QUARTERS_BEFORE_LUNCH ? FIRST_QUARTER + quarter : AFTER_LUNCH + quarter);
        var start = "%sT%02d:%02d:00".formatted(day(day), minutes / 60, minutes % 60);
        return Connection.postJson(port, "/api/v1/book_record/" + location, body(client, teamMember, start), headers());
    }

    private static String body(int client, long teamMember, String start) {
        return """
            {"phone":"+3706%07d","fullname":"Bench","email":"","comment":"","appointments":[{"id":1,"services":[%d],"staff_id":%d,\
            "datetime":"%s"}]}""".formatted(client, EngineWorld.A_QUARTER, teamMember, start);
    }

    private byte[] get(String path) {
        return Connection.get(port, "/api/v1" + path, headers());
    }

    private String[] headers() {
        return new String[] {"Accept", "application/vnd.api.v2+json", "Authorization", "Bearer " + world.token, "Origin",
                "http://localhost:" + port};
    }

    private LocalDate day(int number) {
        return world.today.plusDays(number);
    }
}

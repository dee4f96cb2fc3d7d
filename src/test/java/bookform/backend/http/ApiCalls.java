package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.altegio.wire.WireJson;
import bookform.backend.setup.DemoLocation;
import bookform.booking.Appointment.Status;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The REST API of a running app, called as a partner does; whatever it answers must be as its OpenAPI document says. */
record ApiCalls(RunningApp app, String token, Optional<String> accept) {
    static final String VENDOR = "application/vnd.api.v2+json";

    /** The demo, with nothing booked. */
    static RunningApp quietApp() {
        var app = RunningApp.start();
        var booked = app.app().store().export(DemoLocation.LOCATION).size();
        app.app().store().write(tables -> {
            for (var id = 1; id <= booked; id++) {
                for (var status : Status.values()) {
                    tables.appointments().changeStatus(DemoLocation.LOCATION, id, status, Status.CANCELLED, app.clock.instant());
                }
            }
            return null;
        });
        return app;
    }

    /** With envelopes, as the demo's partner. */
    static ApiCalls of(RunningApp app) {
        return new ApiCalls(app, "demo", Optional.of(VENDOR));
    }

    /** The same without the vendor's media type. */
    ApiCalls bare() {
        return new ApiCalls(app, token, Optional.empty());
    }

    ApiCalls as(String token) {
        return new ApiCalls(app, token, accept);
    }

    /** A new partner, made on the command line. */
    ApiCalls asNew(String... options) {
        var out = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("create", "Ida"));
        arguments.addAll(List.of(options));
        TokenCommand.run(arguments, app.app().store(), app.clock, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()));
        return as(out.toString(StandardCharsets.UTF_8).strip());
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(Arrays.asList(headers));
        if (!token.isEmpty()) all.addAll(List.of("Authorization", "Bearer " + token));
        accept.ifPresent(type -> all.addAll(List.of("Accept", type)));
        var request = app.request("/api/v1" + path.replace("[", "%5B").replace("]", "%5D"), all.toArray(String[]::new));
        var answer = app.send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        assertEquals(List.of(), OpenApiDocument.of(app).breaches(method.toLowerCase(Locale.ROOT), path, answer.status(), answer.body()));
        return answer;
    }

    /** A visit of one haircut with Anna, from Monday to Friday between 9:00 and 13:00 or 14:00 and 18:00. */
    static String haircut(String start) {
        return visit(appointment(1, DemoLocation.ANNA, start));
    }

    static String visit(String appointments) {
        return """
            {"phone": "+37061234567", "fullname": "Vera", "email": "vera@example.com", "appointments": [%s]}""".formatted(appointments);
    }

    static String appointment(int id, long staff, String datetime) {
        return """
            {"id": %d, "services": [1], "staff_id": %d, "datetime": "%s"}""".formatted(id, staff, datetime);
    }

    /** Books a haircut with Anna; the path of its record. */
    String booked(String start) {
        var answer = bare().post("/book_record/1", haircut(start));
        if (answer.status() != 201) throw new AssertionError(answer.body());
        var one = json(answer).get(0);
        return one.get("record_id").asInt() + "/" + one.get("record_hash").asString();
    }

    static JsonNode json(Answer answer) {
        return WireJson.json().readTree(answer.body());
    }

    /** The data of an answer, in an envelope or bare. */
    JsonNode data(Answer answer) {
        return accept.isPresent() ? json(answer).get("data") : json(answer);
    }

    /** The fine code of a refusal, in either format. */
    static int code(Answer answer) {
        var json = json(answer);
        return json.has("errors") ? json.get("errors").get("code").asInt() : json.get("meta").get("errors").get(0).get("code").asInt();
    }
}

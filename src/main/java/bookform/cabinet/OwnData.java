package bookform.cabinet;

import bookform.booking.Appointment.BookedService;
import bookform.booking.ClientApi;
import bookform.booking.OwnAppointment;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /cabinet/profile/data}: what is kept about the client, as a file for other programs. */
final class OwnData {
    static final String URL = "/cabinet/profile/data";

    /** What a download from elsewhere has not got, so that nobody takes it for all there is. */
    private static final List<String> NOT_TOLD = List.of("consents", "messages_sent", "reviews", "devices");

    private final ClientApi clients;
    private final Clock clock;

    OwnData(ClientApi clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    void show(Context ctx, SignedIn client, Visitor visitor) {
        var data = clients.personalData().map(kept -> kept.export(client.token())).orElseGet(() -> told(client.token()));
        ctx.contentType("application/json").header("Content-Disposition", "attachment; filename=\"my-data.json\"")
                .result(Json.WRITER.writeValueAsBytes(data));
    }

    /** Loaded by whoever asks for the first file: at the start it would keep everybody waiting. */
    private static final class Json {
        private static final JsonMapper WRITER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** What a booking system tells that keeps its clients elsewhere. */
    private Map<String, Object> told(String token) {
        var profile = clients.profile(token);
        var data = new LinkedHashMap<String, Object>();
        data.put("exported_at", clock.instant().toString());
        data.put("account", Map.of("name", profile.name(), "phone", profile.phone(), "email", profile.email()));
        data.put("appointments", clients.appointments(token).stream().map(OwnData::told).toList());
        data.put("kept_by_the_business_and_not_told_here", NOT_TOLD);
        return data;
    }

    private static Map<String, Object> told(OwnAppointment own) {
        var appointment = own.appointment();
        var data = new LinkedHashMap<String, Object>();
        data.put("location", appointment.location().title());
        data.put("number", appointment.id());
        data.put("starts_at", appointment.start().toString());
        data.put("ends_at", appointment.end().toString());
        data.put("team_member", appointment.teamMember().name());
        data.put("status", appointment.status().name());
        data.put("is_paid", appointment.prepaid());
        data.put("comment", appointment.comment());
        data.put("services", appointment.services().stream().map(OwnData::told).toList());
        return data;
    }

    private static Map<String, Object> told(BookedService service) {
        return Map.of("title", service.title(), "price", service.price().major(), "currency", service.price().currency().getCurrencyCode(),
                "seconds", service.duration().toSeconds());
    }
}

package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.wire.WireJson;
import bookform.backend.DemoServer;
import bookform.backend.setup.DemoLocation;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.EventFilter;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every field of every answer in turn is missing, empty, or something else. Whoever asks gets an answer, or is told that there is none;
 * anything else would be a page that says that we are broken.
 */
class AnswersWithHolesTest {
    private static final List<String> INSTEAD_OF_VALUES = List.of("null", "\"\"", "9223372036854775807");
    private static final List<String> INSTEAD_OF_MORE = List.of("null", "\"\"", "[]", "[null]");
    private static final String WHOLE = "X-Whole";
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final String PHONE = "+37061270001";

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private DemoServer server;
    private Altegio altegio;
    private String spoiled = "-";
    private String path;
    private JsonNode hole;
    private JsonNode lastAnswer;

    @BeforeEach
    void start() {
        server = DemoServer.start(folder, routes -> routes.before("/api/v1/*", ctx -> {
            if (ctx.header(WHOLE) == null && ctx.path().startsWith("/api/v1" + spoiled)) answerSpoiled(ctx);
        }));
        altegio = Unhurried.altegio(server);
    }

    @AfterEach
    void stop() {
        altegio.close();
        http.shutdownNow();
        server.close();
    }

    @Test
    void areNeverAnErrorOfOurs() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var question : questions().entrySet()) {
            spoiled = question.getKey();
            path = null;
            lastAnswer = null;
            question.getValue().run();
            assertTrue(lastAnswer != null, () -> question.getKey() + " asks nothing");
            var fields = lastAnswer.has("data") ? fields(lastAnswer.get("data"), "/data") : fields(lastAnswer, "");
            var whole = lastAnswer;
            for (var field : fields.filter(name -> !name.isEmpty()).toList()) {
                for (var text : whole.at(field).isContainer() ? INSTEAD_OF_MORE : INSTEAD_OF_VALUES) {
                    path = field;
                    hole = WireJson.json().readTree(text);
                    failure(question.getValue()).ifPresent(failure -> wrong.add(spoiled + field + " = " + text + ": " + failure));
                    tried++;
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(tried > 1_000, "and much was tried: " + tried);
    }

    /** By the beginning of the address that each asks. */
    private Map<String, Runnable> questions() {
        var bookings = altegio.bookings();
        var clients = altegio.clients();
        var cut = Choices.NONE.withServices(List.of(DemoLocation.HAIRCUT));
        bookings.sendPhoneCode(1, PhoneCodeRequest.toBookOrSignIn(PHONE, Locale.ENGLISH, Sender.OURSELVES));
        var token = clients.signInWithCode(PHONE, server.lastCode(PHONE), Sender.OURSELVES);
        var start = bookings.timeSlots(1, cut.withTeamMember(DemoLocation.ANNA), DAY).getFirst().start();
        var visit = new VisitRequest(1, List.of(new AppointmentRequest(1, cut.services(), Optional.of(DemoLocation.ANNA), start)),
                new ClientDetails("Vera", PHONE, ""), Optional.empty(), "", 0, "key", Locale.ENGLISH);
        var booked = bookings.book(1, visit).getFirst();
        var event = altegio.events().events(1, EventFilter.between(DAY, DAY.plusDays(30))).getFirst().id();
        var questions = new LinkedHashMap<String, Runnable>();
        questions.put("/bookform/", () -> bookings.findBookingForm(1));
        questions.put("/company/", () -> bookings.findLocation(1));
        questions.put("/privacy_policy/", () -> bookings.findPrivacyPolicy(1));
        questions.put("/book_services/", () -> bookings.services(1, Choices.NONE));
        questions.put("/book_staff/", () -> bookings.teamMembers(1, cut));
        questions.put("/book_dates/", () -> bookings.dates(1, cut, DAY, DAY.plusDays(5)));
        questions.put("/book_times/", () -> bookings.timeSlots(1, cut, DAY));
        questions.put("/book_record/", () -> bookings.findAppointment(1, booked.id(), booked.hash()));
        questions.put("/user/records", () -> clients.appointments(token));
        questions.put("/booking/user/data", () -> clients.profile(token));
        questions.put("/activity/1/search", () -> altegio.events().events(1, EventFilter.between(DAY, DAY.plusDays(30))));
        questions.put("/activity/1/" + event, () -> altegio.events().findEvent(1, event));
        questions.put("/user/loyalty/", () -> clients.loyalty(token, server.api().findLocation(1).orElseThrow()));
        return questions;
    }

    private Optional<RuntimeException> failure(Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (Fault fault) {
            assertNotEquals(Fault.Kind.RESTING, fault.kind(), "it was asked");
            return Optional.empty();
        } catch (BookingRefused said) {
            return Optional.empty();
        } catch (RuntimeException ours) {
            return Optional.of(ours);
        }
    }

    /** Of all there is under a node, of lists the first alone. */
    private static Stream<String> fields(JsonNode node, String here) {
        var below = node.isArray() ? node.isEmpty() ? Stream.<String>empty() : fields(node.get(0), here + "/0")
                : node.properties().stream().flatMap(field -> fields(field.getValue(), here + "/" + field.getKey()));
        return Stream.concat(Stream.of(here), below);
    }

    /** With what the server itself would answer, but for one field. */
    private void answerSpoiled(Context ctx) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(ctx.fullUrl())).header(WHOLE, "yes");
        for (var name : List.of("Accept", "Authorization", "Accept-Language")) request.header(name, ctx.header(name));
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        ctx.status(answer.statusCode()).result(spoiled(answer.body())).skipRemainingHandlers();
    }

    private byte[] spoiled(byte[] body) {
        lastAnswer = WireJson.json().readTree(body);
        if (path == null) return body;
        var parent = lastAnswer.at(path.substring(0, path.lastIndexOf('/')));
        var field = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) object.set(field, hole);
        else if (parent instanceof ArrayNode list && !list.isEmpty()) list.set(0, hole);
        return WireJson.write(lastAnswer);
    }
}

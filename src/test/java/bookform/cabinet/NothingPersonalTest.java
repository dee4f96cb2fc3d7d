package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing in the log or in an address names anybody, or opens anything (reliability.md J5, J6, G12). */
class NothingPersonalTest extends CabinetTest {
    @Test
    void nothingOfItIsLoggedOrStandsInAnAddress() {
        var phone = newPhone();
        var booked = book(phone, 0);
        try (var log = CapturedLog.start()) {
            var visit = new CabinetClient(app);
            var secrets = new ArrayList<>(List.of(phone.substring(1), phone.substring(4), "planted"));
            var page = visit.follow(visit.submit(visit.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
            var code = engine.code(phone);
            secrets.add(code);
            visit.submit(page, "code-form", Map.of("code", "planted"));
            var arrived = visit.submit(page, "code-form", Map.of("code", code));
            secrets.add(visit.cookie("__Host-session"));
            var addresses = new ArrayList<>(List.of(arrived.header("Location"), page.response().uri().toString()));
            addresses.add(visit.follow(arrived).response().uri().toString());
            visit.get(booked.cabinetPage());
            visit.get(booked.cabinetPage() + "/calendar.ics");
            if (backend == Backend.EMBEDDED) {
                var asked = visit.follow(visit.post("/cabinet/profile/email-confirmations", Map.of("email", "planted@example.com")));
                secrets.add(engine.code("planted@example.com"));
                var saved = visit.submit(asked, "code-form", Map.of("code", engine.code("planted@example.com")));
                addresses.addAll(List.of(asked.response().uri().toString(), saved.header("Location")));
                var address = visit.post("/cabinet/calendar", Map.of()).html().select("#address").val();
                secrets.add(address.split("/")[5]);
                assertEquals(200, app.get(address).status());
            }
            visit.post("/cabinet/session", Map.of("with", "password", "login", "planted@example.com", "password", "planted password"));
            visit.set("__Host-typed", "planted");
            visit.post("/cabinet/sessions/ending", Map.of());
            visit.post("/cabinet/sessions/ending", Map.of("name", "planted"));
            var last = app.get("/nothing").header("X-Request-Id");
            log.await(line -> line.contains(last));

            assertTrue(log.lines().stream().anyMatch(line -> line.contains("GET /cabinet/appointments/{location}/{appointment} 200")),
                    "the control");
            for (var secret : secrets) {
                assertEquals(List.of(), log.said().stream().filter(line -> line.contains(secret)).toList(), secret);
                for (var address : addresses) assertFalse(address.contains(secret), address);
            }
        }
    }
}

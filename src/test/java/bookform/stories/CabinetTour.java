package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.RunningApp;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A walk through every page and state of the cabinet, of a client with appointments ahead, past and cancelled. As {@link Tour}, it goes by what things are. */
final class CabinetTour {
    private static int walks;

    private final Page page;
    private final RunningApp app;
    private final Consumer<String> look;

    /** @param look is called on every state, with its name */
    CabinetTour(Page page, RunningApp app, Consumer<String> look) {
        this.page = page;
        this.app = app;
        this.look = look;
    }

    void walk(String language) {
        walk(language, Map.of("name", "Vera Kazlauskė"));
    }

    /** @param details of the client, but for the phone */
    void walk(String language, Map<String, String> details) {
        var phone = "+370618881%02d".formatted(walks++); // no phone is sent codes too often
        book(details, phone, "service=1&teamMember=1&date=2026-12-01");
        app.post(book(details, phone, "service=1&teamMember=1&date=2026-12-02") + "/cancellation", Map.of());
        book(details, phone, "service=1&service=2&teamMember=2");
        app.clock.advance(Duration.ofDays(4)); // several walks have their first visits on days that follow
        try {
            signIn(language, phone);
            appointments();
            review();
            theRest(phone);
        } finally {
            app.clock.set(RunningApp.MONDAY);
        }
    }

    private String book(Map<String, String> details, String phone, String choices) {
        var typed = new HashMap<>(details);
        typed.put("phone", phone);
        var booked = app.submit(app.get(app.details(1, choices)), "details", typed);
        assertEquals(303, booked.status(), booked.text());
        return booked.header("Location");
    }

    private void signIn(String language, String phone) {
        page.navigate("/cabinet?form=1&lang=" + language);
        look.accept("sign-in");
        page.locator(".other a").click();
        page.locator("#sign-in .button").click();
        page.locator("#login-error").waitFor();
        look.accept("password-errors");
        page.locator(".other a").click();
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill("1");
        look.accept("code");
        page.locator("#code-form .button").click();
        page.locator("#code-error").waitFor();
        look.accept("code-wrong");
        page.locator("#code").fill(app.code(phone));
        page.locator("#code-form .button").click();
        page.locator(".visit").first().waitFor();
        look.accept("appointments");
        page.locator(".languages summary").click();
        look.accept("languages");
        page.locator(".languages").evaluate("menu => { menu.open = false }");
    }

    private void appointments() {
        page.locator(".visit h3 a").first().click();
        page.locator(".facts").waitFor();
        look.accept("appointment");
        var appointment = page.url();
        page.navigate(appointment + "/time");
        look.accept("new-time");
        page.locator(".chip").last().click();
        page.locator("form button.button").waitFor();
        look.accept("new-time-question");
        page.navigate(appointment + "/cancellation");
        look.accept("cancellation");
    }

    private void review() {
        page.navigate("/cabinet/appointments");
        page.locator(".past h3 a").last().click();
        page.locator(".info a").click();
        page.locator(".stars").waitFor();
        look.accept("review");
        page.locator(".stars label").last().click();
        page.locator("form .button").click();
        page.locator(".said").waitFor();
        look.accept("review-said");
    }

    private void theRest(String phone) {
        page.navigate("/cabinet/sessions");
        look.accept("devices");
        page.navigate("/cabinet/calendar");
        look.accept("calendar");
        page.locator("form[action='/cabinet/calendar'] button").click();
        page.locator("#address").waitFor();
        look.accept("calendar-address");
        page.navigate("/cabinet/profile");
        look.accept("profile");
        page.locator("#new_password").fill("short");
        page.locator("#password .button").click();
        page.locator("#new_password-error").waitFor();
        look.accept("profile-error");
        page.locator("#phone").fill(phone.replace("+37061888", "+37061889"));
        page.locator("#phone-form .button").click();
        page.locator("#code").waitFor();
        look.accept("code-to-new-phone");
        page.navigate("/cabinet/profile/erasure");
        look.accept("erasure");
        page.navigate("/cabinet/appointments/1/99999");
        look.accept("not-found");
    }
}

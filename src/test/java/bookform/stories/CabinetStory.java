package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People come back: by a code, by a password, by keyboard, without scripts, in Arabic, on two devices. */
class CabinetStory extends BrowserStory {
    private static final String PASSWORD = "seven linden trees";
    @Test
    void aClientBooksAndComesBackInAnotherTab() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 10001");
        press("Book");
        isOn("You are booked");
        var link = control("My appointments");
        assertEquals("_blank", link.getAttribute("target"));
        page = visitor.waitForPage(link::click);
        isOn("Sign in");
        signInFromHere("612 10001");
        sees("Haircut");
        press("Monday");
        isOn("Haircut");
        sees("Linden Studio");
        press("Back");
        isOn("My appointments");
        press("Sign out");
        isOn("Sign in");
        page.goBack();
        doesNotSee("Haircut");
    }

    @Test
    void aWrongNumberAndAWrongCodeAreMended() {
        open("/cabinet?form=1");
        fill("Phone", "12");
        press("Send me a code");
        sees("Please check this phone number.");
        focusIsOn("#phone");
        fill("Phone", "612 20002");
        press("Send me a code");
        isOn("Enter the code");
        sees("+370 612 20002");
        focusIsOn("#code");
        fill("Code from the message", "000");
        press("Sign in");
        sees("4 tries are left.");
        focusIsOn("#code");
        press("Change the number");
        fill("Phone", "612 20003");
        press("Send me a code");
        fill("Code from the message", app.code("+37061220003"));
        press("Sign in");
        isOn("My appointments");
        sees("You have no appointments ahead.");
    }

    @Test
    void aClientSignsInWithAPassword() {
        givePassword("+37061330001");
        open("/cabinet?form=1");
        press("Sign in with a password");
        fill("Phone or e-mail", "612 wrong");
        fill("Password", "wrong");
        press("Sign in");
        sees("The login or the password is not right.");
        fill("Phone or e-mail", "613 30001");
        fill("Password", PASSWORD);
        press("Sign in");
        isOn("My appointments");
    }

    /** http on this very machine is safe enough for browsers to keep a cookie that is only for https, under its number, too. */
    @Test
    void theDemoWorksUnderItsNumberToo() {
        open("http://127.0.0.1:" + app.url().replaceAll(".*:", "") + "/cabinet?form=1");
        signInFromHere("614 40001");
        assertTrue(page.url().startsWith("http://127.0.0.1:"));
    }

    @Test
    void itWorksWithoutScripts() {
        try (var context = visitor(usual().setJavaScriptEnabled(false))) {
            page = context.newPage();
            open("/cabinet?form=1");
            signInFromHere("615 50001");
            press("Devices");
            isOn("Where you are signed in");
            press("Appointments");
            press("In your own calendar");
            press("Make my calendar address");
            sees("It is shown only now.");
            press("Sign out");
            isOn("Sign in");
        }
    }

    @Test
    void itWorksByKeyboardAlone() {
        assertEquals(303, book("+37061660001", "&date=2026-12-01").status());
        open("/cabinet?form=1");
        tabTo("Phone");
        page.keyboard().type("616 60001");
        page.keyboard().press("Enter");
        isOn("Enter the code");
        focusIsOn("#code");
        page.keyboard().type(app.code("+37061660001"));
        page.keyboard().press("Enter");
        isOn("My appointments");
        tabTo("Tuesday, ");
        page.keyboard().press("Enter");
        isOn("Haircut");
        focusIsOn("h1");
        tabTo("Move to another time");
        page.keyboard().press("Enter");
        isOn("Choose a new time");
        focusIsOn("h1");
        tabTo("17:00");
        page.keyboard().press("Enter");
        isOn("Move the appointment?");
        tabTo("Move the appointment");
        page.keyboard().press("Enter");
        sees("Your appointment is moved");
        tabTo("Cancel the appointment");
        page.keyboard().press("Enter");
        isOn("Cancel this appointment?");
        focusIsOn("h1");
        tabTo("Cancel the appointment");
        page.keyboard().press("Enter");
        sees("Cancelled");
        tabTo("Devices");
        page.keyboard().press("Enter");
        isOn("Where you are signed in");
        tabTo("Sign out everywhere");
        page.keyboard().press("Enter");
        isOn("Sign in");
    }

    @Test
    void itReadsFromTheRightInArabicAndStaysSo() {
        open("/cabinet?form=1&lang=ar");
        signIn("617 70001");
        isOn("مواعيدي");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        open("/cabinet/sessions");
        isOn("أين سجّلت الدخول");
    }

    @Test
    void aClientEndsTheSessionOnAnotherDevice() {
        open("/cabinet?form=1");
        signIn("618 80001");
        app.clock.advance(Duration.ofMinutes(20));
        try (var telephone = visitor(usual())) {
            var computer = page;
            page = telephone.newPage();
            open("/cabinet?form=1");
            signIn("618 80001");
            isOn("My appointments");
            var here = page;
            page = computer;
            press("Devices");
            sees("This device");
            page.locator(".devices li").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasNotText("This device"))
                    .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
            assertThat(page.locator(".devices li")).hasCount(1);
            page = here;
            press("Devices");
            isOn("Sign in");
            page = computer;
            press("Appointments");
            isOn("My appointments");
        }
    }

    /** Reliability.md H9, H5: no site shows it in a frame. */
    @Test
    void noFrameShowsIt() throws Exception {
        try (var site = new HostSite()) {
            open(site.page("/", "<iframe src='" + app.url() + "/cabinet/session?with=password'></iframe>"));
            page.waitForLoadState();
            for (var frame : page.frames()) assertEquals(0, frame.locator("input").count(), frame.url());
        }
    }

    private void signInFromHere(String phone) {
        signIn(phone);
        isOn("My appointments");
    }

    private void signIn(String phone) {
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill(app.code("+370" + phone.replace(" ", "")));
        page.locator("#code-form .button").click();
        page.waitForURL("**/cabinet/appointments");
    }

    private static Answer book(String phone, String day) {
        return app.submit(app.get(app.details(1, "service=1&teamMember=1" + day)), "details", Map.of("name", "Vera", "phone", phone));
    }

    private static void givePassword(String phone) {
        api("POST", "/book_code/1", "Bearer demo", "{\"phone\": \"" + phone + "\"}");
        var token = api("POST", "/user/auth", "Bearer demo", "{\"phone\": \"" + phone + "\", \"code\": \"" + app.code(phone) + "\"}").body()
                .replaceFirst("(?s).*\"user_token\":\"([^\"]+)\".*", "$1");
        api("PUT", "/booking/user/password", "Bearer demo, User " + token, "{\"new_password\": \"" + PASSWORD + "\"}");
    }

    private static Answer api(String method, String path, String authorization, String body) {
        return app.send(app.request("/api/v1" + path, "Authorization", authorization, "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}

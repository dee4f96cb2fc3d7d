package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.LossyPostgres;
import bookform.support.LossyPostgres.Break;
import bookform.support.RunningApp;
import bookform.support.TestDatabase;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer to a change is lost: whoever asked for it reads that nobody knows, sees it well, and gets to where it can be seen. */
class UnsettledStory extends BrowserStory {
    private static final String APPOINTMENT = "UPDATE appointment";
    private static final String ACCOUNT = "UPDATE account";
    private static final String NOT_KNOWN = "We do not know yet whether that was done";

    private static LossyPostgres database;
    private static int phones;

    @BeforeAll
    static void onADatabaseThatIsLost() {
        app.close();
        database = new LossyPostgres(TestDatabase.postgres());
        app = RunningApp.start(Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true"));
    }

    @AfterAll
    static void closeIt() throws IOException {
        database.close();
    }

    @Override
    NewContextOptions usual() {
        return super.usual().setReducedMotion(ReducedMotion.REDUCE);
    }

    /** axe finds nothing, light and dark, narrow and wide, in both directions of writing; and nothing sticks out. */
    @ParameterizedTest
    @CsvSource({"en," + NOT_KNOWN, "ar,لا نعلم بعد إن كان ذلك قد تم"})
    void everyoneCanReadIt(String language, String heading) {
        var findings = new ArrayList<String>();
        var phone = newPhone();
        open(book(phone) + "/cancellation?lang=" + language);
        losesTheAnswer(APPOINTMENT, heading, () -> page.locator(".danger").click());
        CabinetAccessibilityStory.look(page, "appointment", findings);
        signIn(phone, language);
        open("/cabinet/appointments/1/" + book(phone).split("/")[4]);
        page.locator("a[href$='/time']").click();
        page.locator(".chip").last().click();
        losesTheAnswer(APPOINTMENT, heading, () -> page.locator("form button.button").last().click());
        CabinetAccessibilityStory.look(page, "own appointment", findings);
        open("/cabinet/profile");
        losesTheAnswer(ACCOUNT, heading, () -> page.locator("#name").press("Enter"));
        CabinetAccessibilityStory.look(page, "profile", findings);
        assertEquals(List.of(), findings);
    }

    @Test
    void byKeyboardAlone() {
        open(book(newPhone()) + "/cancellation");
        tabTo("Cancel the appointment");
        losesTheAnswer(APPOINTMENT, NOT_KNOWN, () -> page.keyboard().press("Enter"));
        looksAgainByKeyboard("Your appointment is cancelled");
        losesTheAnswerToANewName();
        looksAgainByKeyboard("Your details");
        typedIs("Name", "Vera Vale");
    }

    @Test
    void withoutScripts() {
        try (var context = visitor(usual().setJavaScriptEnabled(false))) {
            page = context.newPage();
            open(book(newPhone()) + "/cancellation");
            losesTheAnswer(APPOINTMENT, NOT_KNOWN, () -> page.locator(".danger").click());
            press("Check now");
            isOn("Your appointment is cancelled");
            losesTheAnswerToANewName();
            press("Check now");
            typedIs("Name", "Vera Vale");
        }
    }

    private void losesTheAnswerToANewName() {
        signIn(newPhone(), "en");
        open("/cabinet/profile");
        fill("Name", "Vera Vale");
        losesTheAnswer(ACCOUNT, NOT_KNOWN, () -> page.locator("#name").press("Enter"));
    }

    private void losesTheAnswer(String statement, String heading, Runnable request) {
        database.breaks(Break.ANSWER, statement);
        request.run();
        isOn(heading);
        assertTrue(database.isDone(), "it was lost");
    }

    private void looksAgainByKeyboard(String heading) {
        tabTo("Check now");
        page.keyboard().press("Enter");
        isOn(heading);
    }

    private void signIn(String phone, String language) {
        open("/cabinet?form=1&lang=" + language);
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill(app.code(phone));
        page.locator("#code-form .button").click();
        page.waitForURL("**/cabinet/appointments");
    }

    private static String newPhone() {
        return "+3706195000" + ++phones;
    }

    /** @return the address of the visit */
    private static String book(String phone) {
        var booked = app.submit(app.get(app.details(1, "service=1&teamMember=1&date=2026-12-01")), "details",
                Map.of("name", "Vera", "phone", phone));
        assertEquals(303, booked.status(), booked.text());
        return booked.header("Location").replaceFirst("\\?.*", "");
    }
}

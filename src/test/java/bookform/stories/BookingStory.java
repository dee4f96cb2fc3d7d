package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The plain booking form, on a telephone unless the story says otherwise. */
class BookingStory extends BrowserStory {
    @Test
    void aClientBooksAHaircutWithAnna() {
        open(PLAIN);
        isOn("Choose services");
        choose("Haircut");
        sees("1 service");
        addressIs("/forms/1/services\\?service=1");
        press("Continue");
        isOn("Choose a team member");
        addressIs("/forms/1/team-member\\?service=1");
        choose("Anna");
        isOn("Choose a time");
        addressIs("/forms/1/time\\?service=1&teamMember=1");
        choose("26");
        sees("Thursday, 26 November 2026");
        addressIs("/forms/1/time\\?service=1&teamMember=1&date=2026-11-26");
        chooseAnyTime();
        isOn("Your details");
        addressIs("/forms/1/details\\?service=1&teamMember=1&start=2026-11-26T[0-9]{2}%3A[0-9]{2}%3A00Z");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        sees("Thursday, 26 November 2026");
        sees("Anna");
        addressIs("/forms/1/visits/[0-9]+/[^/?]+");
    }

    @Test
    void theBrowsersOwnButtonsGoBackAndForward() {
        choosesUpToTheDetails(PLAIN, "Anna");
        back("Choose a time");
        back("Choose a team member");
        back("Choose services");
        sees("1 service");
        forward("Choose a team member");
        forward("Choose a time");
        forward("Your details");
    }

    @Test
    void ourOwnBackKeepsWhatWasChosen() {
        choosesUpToTheDetails(PLAIN, "Anna");
        press("Back");
        isOn("Choose a time");
        press("Back");
        isOn("Choose a team member");
        press("Back");
        isOn("Choose services");
        sees("1 service");
        press("Continue");
        isOn("Choose a time");
        openSummary();
        sees("Anna");
    }

    @Test
    void aReloadInTheMiddleChangesNothing() {
        choosesUpToTheDetails(PLAIN, "Anna");
        var address = path();
        page.reload();
        isOn("Your details");
        assertEquals(address, path());
        openSummary();
        sees("Haircut");
    }

    @Test
    void aLinkThatIsSharedLeadsAFriendToTheSameStep() {
        open(PLAIN);
        choose("Haircut");
        press("Continue");
        choose("Boris");
        isOn("Choose a time");
        var shared = path();
        inAnotherBrowser(() -> {
            open(shared);
            isOn("Choose a time");
            openSummary();
            sees("Boris");
        });
    }

    @Test
    void twoTabsAreTwoBookings() {
        choosesUpToTheDetails(PLAIN, "Anna");
        inAnotherTab(() -> {
            choosesUpToTheDetails(PLAIN, "Boris");
            openSummary();
            sees("Boris");
        });
        openSummary();
        sees("Anna");
    }

    @Test
    void everyChoiceCanBeMadeAgainFromTheBarAtTheFoot() {
        choosesUpToTheDetails(PLAIN, "Anna");
        openSummary();
        changesEachChoice(this::openSummary);
    }

    @Test
    void everyChoiceCanBeMadeAgainFromTheColumnOnAWideScreen() {
        page.setViewportSize(1280, 800);
        choosesUpToTheDetails(PLAIN, "Anna");
        changesEachChoice(() -> {});
    }

    @Test
    void theAppointmentGoesIntoACalendar() throws IOException {
        choosesUpToTheDetails(PLAIN, "Boris");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        var download = page.waitForDownload(() -> press("Add to calendar"));
        assertEquals("appointment.ics", download.suggestedFilename());
        var calendar = Files.readString(download.path());
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\n"), calendar);
        assertTrue(calendar.contains("SUMMARY:Haircut"), calendar);
        isOn("You are booked");
    }

    @Test
    void aClientThinksBetterOfItAndCancels() {
        choosesUpToTheDetails(PLAIN, "Boris");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        press("Cancel the appointment");
        isOn("Cancel this appointment?");
        press("Keep it");
        isOn("You are booked");
        press("Cancel the appointment");
        isOn("Cancel this appointment?");
        press("Cancel the appointment");
        isOn("Your appointment is cancelled");
        page.reload();
        isOn("Your appointment is cancelled");
        press("Book again");
        isOn("Choose a time");
        openSummary();
        sees("Haircut");
    }

    @Test
    void whatWasTypedSurvivesGoingBackAndReloading() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera Kazlauskė", "612 34567");
        fill("Comment", "Left-handed");
        page.goBack();
        isOn("Choose a time");
        page.goForward();
        isOn("Your details");
        typedIs("Name", "Vera Kazlauskė");
        typedIs("Phone", "612 34567");
        page.reload();
        typedIs("Name", "Vera Kazlauskė");
        typedIs("Comment", "Left-handed");
    }

    @Test
    void whatWasTypedIsForgottenOnceItIsBooked() {
        choosesUpToTheDetails(PLAIN, "Boris");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        choosesUpToTheDetails(PLAIN, "Boris");
        typedIs("Name", "");
        typedIs("Phone", "");
    }

    @Test
    void whatIsWrongIsSaidByTheFieldAndTheRestIsKept() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "12");
        press("Book");
        sees("Please look at one thing again");
        sees("Please check this phone number.");
        focusIsOn(".errors");
        typedIs("Name", "Vera");
        typedIs("Phone", "12");
    }

    @Test
    void anotherLanguageIsAnotherDocumentWithWhatWasTyped() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        page.evaluate("sessionStorage.clear()");
        here().locator(".languages summary").click();
        press("العربية");
        assertThat(here().locator("html[lang=ar][dir=rtl]")).hasCount(1);
        assertThat(here().locator("#name")).hasValue("Vera");
        addressIs("/forms/1/details\\?.*lang=ar");
    }

    @Test
    void tickingFastLosesNoTick() {
        page.onPageError(error -> fail("In the page: " + error)); // a tick that was overtaken is nobody's error
        open(PLAIN);
        choose("Haircut");
        choose("Fringe trim");
        choose("Blow-dry");
        sees("3 services");
        addressIs("/forms/1/services\\?service=1&service=5&service=6");
    }

    private void back(String heading) {
        page.goBack();
        isLoaded(heading);
    }

    private void forward(String heading) {
        page.goForward();
        isLoaded(heading);
    }

    /** Only a page that is all there hears of the browser's buttons; a test is quicker than a person. */
    private void isLoaded(String heading) {
        isOn(heading);
        comesTrue("document.readyState === 'complete'");
    }

    private void changesEachChoice(Runnable openSummary) {
        press("Change Services");
        isOn("Choose services");
        choose("Children's haircut");
        sees("€54–€71");
        press("Continue");
        isOn("Your details");
        openSummary.run();
        sees("Children's haircut");
        press("Change Team member");
        isOn("Choose a team member");
        choose("Anyone available");
        isOn("Your details");
        openSummary.run();
        sees("Anyone available");
        press("Change Date and time");
        isOn("Choose a time");
        chooseAnyTime();
        isOn("Your details");
    }
}

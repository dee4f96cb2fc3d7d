package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same pages where scripts are off. */
class NoScriptStory extends BrowserStory {
    @Override
    NewContextOptions usual() {
        return super.usual().setJavaScriptEnabled(false);
    }

    @Test
    void aClientBooksAndCancels() {
        choosesUpToTheDetails(PLAIN, "Boris");
        press("Book");
        sees("Please look at 2 things again");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        press("Cancel the appointment");
        press("Cancel the appointment");
        isOn("Your appointment is cancelled");
    }

    @Test
    void severalServicesAreTickedBeforeContinue() {
        open(PLAIN);
        choose("Haircut");
        choose("Beard trim");
        press("Continue");
        isOn("Choose a team member");
        openSummary();
        sees("Beard trim");
    }

    @Test
    void aClientBooksSeatsOfAnEventAndCancelsThem() {
        open(PLAIN);
        press("Group events");
        isOn("Group events");
        page.locator("a.choice").last().click();
        isOn("Styling workshop");
        page.getByLabel("Places").selectOption("3");
        press("Continue");
        isOn("Your details");
        press("Book");
        sees("Please look at 2 things again");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        sees("Styling workshop × 3");
        press("Cancel the appointment");
        press("Cancel the appointment");
        isOn("Your appointment is cancelled");
    }

    @Test
    void continueWithNothingTickedStaysAndSaysSo() {
        open(PLAIN);
        press("Continue");
        isOn("Choose services");
        sees("Choose one or more services");
    }

    @Test
    void aClientBooksWithACode() {
        choosesUpToTheDetails(WITH_CODE, "Anna");
        fillDetails("Vera", "612 00 001");
        press("Continue: code");
        sees("Without your agreement we cannot book.");
        tick("I agree to the privacy policy");
        press("Continue: code");
        isOn("Confirm your phone");
        fill("Code", "12");
        press("Confirm and book");
        sees("This code is not right, or no longer valid.");
        press("Change the number");
        isOn("Your details");
        typedIs("Name", "Vera");
        fill("Phone", "612 00 002");
        press("Continue: code");
        fill("Code", app.code("+37061200002"));
        press("Confirm and book");
        isOn("You are booked");
    }

    @Test
    void theTimeIsTakenAndWhatWasTypedIsCarriedAlong() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera Kazlauskė", "612 34567");
        somebodyElseBooksIt();
        press("Book");
        isOn("Choose a time");
        sees("This time has just been taken. Here is what is free now.");
        chooseAnyTime();
        isOn("Your details");
        typedIs("Name", "Vera Kazlauskė");
        typedIs("Phone", "612 34567");
        press("Book");
        isOn("You are booked");
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        choosesUpToTheDetails(WITH_CODE, "Anna");
        fillDetails("Vera Kazlauskė", "612 00 003");
        fill("Comment", "By bus");
        tick("I agree to the privacy policy");
        here().locator(".languages summary").click();
        press("Deutsch");
        isOn("Ihre Kontaktdaten");
        addressIs("/forms/2/details\\?.*lang=de");
        assertFalse(page.url().contains("Vera") || page.url().contains("612"), page.url());
        assertEquals(List.of("Vera Kazlauskė", "612 00 003", "By bus", true), typed());
        here().locator(".back").click();
        here().locator(".languages summary").click();
        press("Lietuvių");
        chooseAnyTime();
        assertEquals(List.of("Vera Kazlauskė", "612 00 003", "By bus", true), typed());
    }

    @Test
    void aDoubleClickBooksOnce() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        var before = app.booked();
        control("Book").dblclick();
        isOn("You are booked");
        assertEquals(before + 1, app.booked());
    }

    private List<Object> typed() {
        return List.of(here().locator("#name").inputValue(), here().locator("#phone").inputValue(), here().locator("#comment").inputValue(),
                here().locator("#agreed").isChecked());
    }
}

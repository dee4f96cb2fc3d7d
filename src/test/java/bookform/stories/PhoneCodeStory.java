package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form that sends a code by text message first and asks for agreement. */
class PhoneCodeStory extends BrowserStory {
    @Test
    void aClientBooksWithACodeAfterAWrongOne() {
        choosesUpToTheDetails(WITH_CODE, "Anna");
        fillDetails("Vera", "612 00 001");
        press("Continue: code");
        sees("Without your agreement we cannot book.");
        typedIs("Name", "Vera");
        tick("I agree to the privacy policy");
        press("Continue: code");
        isOn("Confirm your phone");
        sees("+370 612 00001");
        fill("Code", "12");
        press("Confirm and book");
        sees("This code is not right, or no longer valid.");
        focusIsOn("#code");
        fill("Code", app.code("+37061200001"));
        press("Confirm and book");
        isOn("You are booked");
    }

    @Test
    void theCodeCanBeSentAgain() {
        page.clock().install();
        asksForACode("612 00 002");
        var first = app.code("+37061200002");
        sees("You can ask for another code in 30 seconds.");
        assertThat(control("Send the code again")).isDisabled();
        page.clock().runFor(29_000);
        sees("You can ask for another code in 1 second.");
        fill("Code", "12");
        press("Confirm and book");
        sees("This code is not right, or no longer valid.");
        sees("You can ask for another code in 30 seconds."); // the clock of the server stands still
        page.clock().runFor(30_000);
        doesNotSee("You can ask for another code");
        press("Send the code again");
        sees("We have just sent you a code.");
        app.clock.advance(Duration.ofSeconds(31));
        page.clock().runFor(30_000);
        press("Send the code again");
        sees("You can ask for another code in 60 seconds.");
        doesNotSee("We have just sent you a code.");
        var second = app.code("+37061200002");
        if (!first.equals(second)) {
            fill("Code", first);
            press("Confirm and book");
            sees("This code is not right, or no longer valid.");
        }
        fill("Code", second);
        press("Confirm and book");
        isOn("You are booked");
    }

    @Test
    void aWrongNumberIsChangedAndEverythingTypedIsKept() {
        asksForACode("612 00 003");
        press("Change the number");
        isOn("Your details");
        typedIs("Name", "Vera");
        typedIs("Comment", "Left-handed");
        assertThat(page.getByLabel("I agree to the privacy policy")).isChecked();
        fill("Phone", "612 00 004");
        press("Continue: code");
        isOn("Confirm your phone");
        sees("+370 612 00004");
        fill("Code", app.code("+37061200004"));
        press("Confirm and book");
        isOn("You are booked");
    }

    @Test
    void aReloadOnTheCodeLeadsBackToTheDetailsAsTyped() {
        asksForACode("612 00 005");
        page.reload();
        isOn("Your details");
        typedIs("Name", "Vera");
        typedIs("Comment", "Left-handed");
    }

    @Test
    void oneStepBackAfterBookingDoesNotFindTheOwnTimeTaken() {
        asksForACode("612 00 008");
        addressIs("/forms/2/details\\?.*");
        fill("Code", "12");
        press("Confirm and book");
        sees("This code is not right, or no longer valid.");
        addressIs("/forms/2/details\\?.*");
        fill("Code", app.code("+37061200008"));
        press("Confirm and book");
        isOn("You are booked");
        page.goBack();
        isOn("Choose a time");
        doesNotSee("This time has just been taken.");
        page.goForward();
        isOn("You are booked");
    }

    @Test
    void theTimeIsTakenWhileTheCodeIsOnItsWay() {
        choosesUpToTheDetails(WITH_CODE, "Boris");
        var details = path();
        fillDetails("Vera", "612 00 006");
        tick("I agree to the privacy policy");
        press("Continue: code");
        isOn("Confirm your phone");
        app.submit(app.get(details.replace("/forms/2/", "/forms/1/")), "details", Map.of("name", "Quick Client", "phone", "+37069876543"));
        fill("Code", app.code("+37061200006"));
        press("Confirm and book");
        isOn("Choose a time");
        sees("This time has just been taken.");
        chooseAnyTime();
        isOn("Your details");
        typedIs("Name", "Vera");
        app.clock.advance(Duration.ofSeconds(31));
        press("Continue: code");
        isOn("Confirm your phone");
        fill("Code", app.code("+37061200006"));
        press("Confirm and book");
        isOn("You are booked");
    }

    private void asksForACode(String phone) {
        choosesUpToTheDetails(WITH_CODE, "Anna");
        fillDetails("Vera", phone);
        fill("Comment", "Left-handed");
        tick("I agree to the privacy policy");
        press("Continue: code");
        isOn("Confirm your phone");
    }
}

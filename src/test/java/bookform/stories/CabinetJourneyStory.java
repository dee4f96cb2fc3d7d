package bookform.stories;

import bookform.support.RunningApp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that a client does with one appointment, from the booking to booking it again: with scripts and without. */
class CabinetJourneyStory extends BrowserStory {
    /** Where messages are sent from: the application itself, or the one behind it. */
    RunningApp sender() {
        return app;
    }

    @ParameterizedTest
    @CsvSource({"true, 621 00001, 621 00002", "false, 622 00001, 622 00002"})
    void booksMovesChangesThePhoneCancelsAndBooksAgain(boolean scripts, String phone, String nextPhone) {
        try (var context = visitor(usual().setJavaScriptEnabled(scripts))) {
            page = context.newPage();
            open("/forms/1/time?service=1&teamMember=1&date=2026-12-01");
            var time = chooseAnyTime();
            fillDetails("Vera", phone);
            press("Book");
            isOn("You are booked");
            page = context.waitForPage(() -> press("My appointments"));
            signIn(phone);
            sees(time);
            press("Tuesday, 1 December");
            isOn("Haircut");

            press("Move to another time");
            isOn("Choose a new time");
            choose("17:00");
            isOn("Move the appointment?");
            press("Move the appointment");
            sees("Your appointment is moved");
            sees("17:00");

            press("Profile");
            page.locator("#phone").fill(nextPhone);
            page.locator("#phone-form .button").click();
            isOn("Enter the code");
            page.locator("#code").fill(code(nextPhone));
            press("Save");
            sees("Your phone number is changed.");

            press("Appointments");
            press("Tuesday, 1 December");
            press("Cancel the appointment");
            isOn("Cancel this appointment?");
            press("Cancel the appointment");
            isOn("Haircut");
            sees("Cancelled");
            press("Book again");
            isOn("Choose a time");
            open("/cabinet/appointments");
            press("Sign out");
            isOn("Sign in");
        }
    }

    void signIn(String phone) {
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill(code(phone));
        page.locator("#code-form .button").click();
        isOn("My appointments");
    }

    private String code(String phone) {
        page.locator("#code").waitFor();
        return sender().code("+370" + phone.replace(" ", ""));
    }
}

package bookform.stories;

import org.junit.jupiter.api.Test;

/** Nobody touches a mouse. */
class KeyboardStory extends BrowserStory {
    @Test
    void aClientBooksWithTabSpaceAndEnter() {
        open(PLAIN);
        tabTo("Haircut");
        key("Space");
        sees("€32–€45 · 45 min");
        focusIsOn("#service-1");
        tabTo("Fringe trim");
        key("Space");
        sees("€40–€53 · 1 h");
        focusIsOn("#service-5");
        tabTo("Continue");
        key("Enter");
        isOn("Choose a team member");
        focusIsOn("h1");
        tabTo("Anna");
        key("Enter");
        isOn("Choose a time");
        focusIsOn("h1");
        tabTo("30");
        key("Enter");
        sees("Monday, 30 November 2026");
        tabTo("16:30");
        key("Enter");
        isOn("Your details");
        focusIsOn("h1");
        tabTo("Name");
        type("Vera");
        tabTo("Phone");
        type("612 34567");
        key("Enter");
        isOn("You are booked");
        focusIsOn("h1");
        tabTo("Cancel the appointment");
        key("Enter");
        isOn("Cancel this appointment?");
        focusIsOn("h1");
        tabTo("Cancel the appointment");
        key("Enter");
        isOn("Your appointment is cancelled");
        focusIsOn("h1");
    }

    @Test
    void aClientBooksSeatsOfAnEvent() {
        open(PLAIN);
        tabTo("Group events");
        key("Enter");
        isOn("Group events");
        focusIsOn("h1");
        tabTo("16:30"); // the first of those that are not full
        key("Enter");
        isOn("Styling workshop");
        focusIsOn("h1");
        key("Shift+Tab");
        key("Shift+Tab");
        focusIsOn(".back");
        key("Enter");
        isOn("Group events");
        page.locator("a.choice").last().focus();
        key("Enter");
        isOn("Styling workshop");
        tabTo("Places");
        key("2");
        tabTo("Continue");
        key("Enter");
        isOn("Your details");
        focusIsOn("h1");
        tabTo("Name");
        type("Vera");
        tabTo("Phone");
        type("612 34567");
        key("Enter");
        isOn("You are booked");
        focusIsOn("h1");
        sees("Styling workshop × 2");
        sees("€70");
    }

    @Test
    void enterInAFieldBooksAlsoWhereBackAndChangeAreButtons() {
        choosesUpToTheDetails(PLAIN, "Anna");
        focusIsOn("h1");
        fillDetails("Vera", "612 34567");
        somebodyElseBooksIt();
        page.getByLabel("Name").focus();
        key("Enter");
        isOn("Choose a time");
        focusIsOn("h1");
        chooseAnyTime();
        isOn("Your details");
        focusIsOn("h1");
        typedIs("Name", "Vera");
        page.getByLabel("Phone").focus();
        key("Enter");
        isOn("You are booked");
    }

    @Test
    void enterInTheCodeBooks() {
        choosesUpToTheDetails(WITH_CODE, "Anna");
        focusIsOn("h1");
        fillDetails("Vera", "612 00 001");
        tabTo("I agree to the privacy policy");
        key("Space");
        page.getByLabel("Name").focus();
        key("Enter");
        isOn("Confirm your phone");
        focusIsOn("h1");
        tabTo("Code from the message");
        type(app.code("+37061200001"));
        key("Enter");
        isOn("You are booked");
    }

    @Test
    void focusStartsAtWhatIsWrong() {
        choosesUpToTheDetails(PLAIN, "Anna");
        focusIsOn("h1");
        page.getByLabel("Name").focus();
        key("Enter");
        sees("Please look at 2 things again");
        focusIsOn(".errors");
        tabTo("Please tell us your phone number.");
        key("Enter");
        focusIsOn("#phone");
    }

    private void key(String key) {
        page.keyboard().press(key);
    }

    private void type(String text) {
        page.keyboard().type(text);
    }
}

package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.BookingForm;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.PrivacyPolicy;
import bookform.web.ReminderHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsFormTest {
    private static final BookingForm FORM = DemoLocation.setup(LocalDate.of(2026, 11, 23)).forms().getFirst();
    private static final Location LOCATION = DemoLocation.setup(LocalDate.of(2026, 11, 23)).location();
    private static final Optional<PrivacyPolicy> POLICY = Optional.of(new PrivacyPolicy(new Html("We keep your name.")));
    private static final DetailsForm FINE = new DetailsForm("Vera", "861234567", "", "", "", "");

    @Test
    void nameAndPhoneAreEnough() {
        assertEquals(Map.of(), FINE.errors(FORM, LOCATION, Optional.empty()));
        assertEquals("+37061234567", FINE.client(LOCATION).phone());
    }

    @Test
    void anEmptyFormSaysWhatIsMissingInTheOrderOfTheFields() {
        assertEquals("[name, phone, agreed]", DetailsForm.EMPTY.errors(FORM, LOCATION, POLICY).keySet().toString());
        assertEquals("[name, phone, email, comment, agreed]",
                DetailsForm.EMPTY.errors(commentRequired(), email(Asked.REQUIRED), POLICY).keySet().toString());
        assertTrue(DetailsForm.EMPTY.isEmpty());
    }

    @ParameterizedTest @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u3000", "\u202e\u202d", "\u0000\u0001", "\u200d",
            "\u200c \u200d", "\ufeff", "\ufe0f", "\u0301\u0301"})
    void aNameThatNobodyCanSeeIsNone(String name) {
        assertEquals("details.name_required", name(name).get("name"));
    }

    @ParameterizedTest @ValueSource(
            strings = {"Vera", "Ö", "李", "Nguyễn Văn A", "O'Neil-Žukaitė, Jr.", "محمد", "שרה", "😀", "X Æ A-12", "<b>", "عَبْد", "ভেরা"})
    void namesAreAsManyAsPeople(String name) {
        assertEquals(null, name(name).get("name"));
    }

    @Test
    void aNameHasAHundredCharactersHoweverLongTheyAre() {
        assertEquals(null, name("😀".repeat(100)).get("name"));
        assertEquals("details.name_too_long", name("😀".repeat(101)).get("name"));
    }

    @Test
    void theNameIsCleanedForOthersAndKeptAsTypedForTheForm() {
        var form = new DetailsForm("  Ve\u202era\r\n\u0007 Z\u030c  ", "861234567", " v@e.lt ", "", "", "");
        assertEquals("Vera Ž", form.client(LOCATION).name());
        assertEquals("v@e.lt", form.client(LOCATION).email());
        assertEquals("  Ve\u202era\r\n\u0007 Z\u030c  ", form.name());
    }

    @ParameterizedTest @ValueSource(strings = {"a@b.lt", "first.last+tag@sub.example.co.uk", "ö@ü.de", " v@e.lt ", "o'neil@example.com"})
    void emailsThatCanBeWrittenTo(String email) {
        assertEquals(null, email(email).get("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@", "@b.lt", "a@b", "a@b.", "a@@b.lt", "a b@c.lt", "a@b.lt,c@d.lt", "a@b.lt;c@d.lt", "<a@b.lt>", "a@b.l",
            "a@b.lt\r\nBcc: x@y.lt", "a@b.lt\u0000x y"})
    void emailsThatCannot(String email) {
        assertEquals("details.email_invalid", email(email).get("email"));
    }

    @Test
    void anEmailOfAMegabyteIsJudgedAtOnce() {
        assertEquals("details.email_invalid", email("a".repeat(500_000) + "@" + "b.".repeat(250_000)).get("email"));
    }

    @Test
    void theBusinessDecidesWhatIsRequired() {
        assertEquals("details.email_required", FINE.errors(FORM, email(Asked.REQUIRED), Optional.empty()).get("email"));
        assertEquals("details.comment_required", FINE.errors(commentRequired(), LOCATION, Optional.empty()).get("comment"));
        assertEquals("details.agreement_required", FINE.errors(FORM, LOCATION, POLICY).get("agreed"));
    }

    @Test
    void whoAgreedToAnotherTextIsAskedAgain() {
        assertEquals(Map.of(), agreed(POLICY.get().version()).errors(FORM, LOCATION, POLICY));
        assertEquals(Map.of(), agreed(POLICY.get().version()).errors(FORM, LOCATION, Optional.empty()));
        for (var other : List.of("1", new PrivacyPolicy(new Html("We keep your name and phone.")).version()))
            assertEquals(Map.of("agreed", "details.agreement_outdated"), agreed(other).errors(FORM, LOCATION, POLICY), other);
    }

    private static DetailsForm agreed(String version) {
        return new DetailsForm("Vera", "861234567", "", "", "", version);
    }

    @Test
    void aCommentEndsSomewhere() {
        assertEquals(Map.of(), comment("x".repeat(1_000)));
        assertEquals(Map.of("comment", "details.comment_too_long"), comment("x".repeat(1_001)));
    }

    /** A browser sends a line break as two characters; the client sees, and is told of, one. */
    @Test
    void aLineBreakInACommentIsOneCharacter() {
        assertEquals(Map.of(), comment("x\r\n".repeat(500)));
    }

    @ParameterizedTest @ValueSource(strings = {"", "x", "-1", "3", "999999999999", "1.5", " 2"})
    void anUnknownReminderIsNone(String reminder) {
        assertEquals(0, new DetailsForm("", "", "", "", reminder, "").reminderHours());
    }

    @Test
    void remindersAreAsOffered() {
        for (var hours : ReminderHours.OFFERED)
            assertEquals(hours, new DetailsForm("", "", "", "", hours.toString(), "").reminderHours());
    }

    private static Map<String, String> name(String name) {
        return new DetailsForm(name, "861234567", "", "", "", "").errors(FORM, LOCATION, Optional.empty());
    }

    private static Map<String, String> email(String email) {
        return new DetailsForm("Vera", "861234567", email, "", "", "").errors(FORM, LOCATION, Optional.empty());
    }

    private static Map<String, String> comment(String comment) {
        return new DetailsForm("Vera", "861234567", "", comment, "", "").errors(FORM, LOCATION, Optional.empty());
    }

    private static Location email(Asked email) {
        return new Location(LOCATION.id(), LOCATION.title(), LOCATION.address(), LOCATION.city(), LOCATION.phone(), LOCATION.zone(),
                LOCATION.country(),
                LOCATION.currency(), LOCATION.coordinates(),
                LOCATION.description(), LOCATION.logo(), LOCATION.cancellation(), email, LOCATION.anyTeamMember(),
                LOCATION.smsReminderHours());
    }

    private static BookingForm commentRequired() {
        return new BookingForm(FORM.id(), FORM.location(), FORM.steps(), FORM.language(), FORM.languages(), false, false, true, "", "",
                false, FORM.caption());
    }
}

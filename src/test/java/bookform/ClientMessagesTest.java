package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.support.TestClock;
import bookform.web.OurLanguages;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ClientMessagesTest {
    private static final String LINK = "https://booking.example/reviews/1-2-3?lang=en";

    /** Short enough for a text message, and nothing after the address that a phone could take for a part of it. */
    @Test
    void asksInEveryLanguageHowItWas() {
        var location = DemoLocation.setup(LocalDate.parse("2026-11-23")).location();
        var messages = new ClientMessages(new TestClock("2026-11-23T05:00:00Z"));
        var questions = new HashSet<String>();
        for (var language : OurLanguages.ALL) {
            var text = messages.review(language, location, LINK);
            assertTrue(text.startsWith("Linden Studio: ") && text.endsWith(" " + LINK), text);
            assertTrue(text.length() <= 160, text);
            assertFalse(text.contains("\u00a0") || text.contains("\u202f"), "it would be sent in an alphabet of 70 letters a message");
            var mail = messages.review(language, "vera@example.com", location, LINK);
            assertEquals(text, mail.text().strip().replace("\n\n", " "));
            assertEquals(text.replace(" " + LINK, ""), mail.subject());
            questions.add(mail.subject());
        }
        assertEquals(OurLanguages.ALL.size(), questions.size());
    }
}

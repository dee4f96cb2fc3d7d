package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.SendLimits;
import bookform.support.RunningApp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of what is sent to clients, and what the demo sends. */
class MessagingTest {
    @Test
    void nothingIsSentUnlessSetUp() {
        assertEquals(new Messaging(Optional.empty(), SendLimits.USUAL, Optional.empty()), Messaging.from(Map.of()));
    }

    @Test
    void aGatewayNeedsOnlyItsAddress() {
        var messaging = Messaging.from(Map.of("BOOKFORM_SMS_URL", "https://sms.example.com/send", "BOOKFORM_SMS_PER_DAY", "50"));
        assertEquals("application/json", messaging.gateway().orElseThrow().contentType());
        assertTrue(messaging.gateway().orElseThrow().body().contains("{phone}"));
        assertEquals(new SendLimits(30, 50), messaging.limits());
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        BOOKFORM_SMS_URL           | ftp://sms.example.com       | BOOKFORM_SMS_URL is an address that begins with http:// or https://
        BOOKFORM_SMS_URL           | https:// nonsense           | BOOKFORM_SMS_URL is an address that begins with http:// or https://
        BOOKFORM_SMS_AUTHORIZATION | Bearer hidden               | BOOKFORM_SMS_URL is missing: without it there is no gateway to speak to
        BOOKFORM_SMS_PER_DAY       | many                        | BOOKFORM_SMS_PER_DAY is a whole number, not "many"
        BOOKFORM_SMTP_URL          | smtp://me:hidden@mail.local | BOOKFORM_SMTP_URL and BOOKFORM_MAIL_FROM come together: set both, or neither to send no mails
        BOOKFORM_MAIL_FROM         | me@example.com              | BOOKFORM_SMTP_URL and BOOKFORM_MAIL_FROM come together: set both, or neither to send no mails
        """)
    void aWrongSettingIsNamedAndNoSecretShown(String name, String value, String message) {
        var wrong = assertThrows(Config.Wrong.class, () -> Config.from(Map.of(name, value)));
        assertEquals(message, wrong.getMessage());
    }

    @Test
    void secretsAreNotPrinted() {
        var config = Config.from(Map.of("BOOKFORM_SMS_URL", "https://sms.example.com", "BOOKFORM_SMS_AUTHORIZATION", "Bearer hidden",
                "BOOKFORM_SMTP_URL", "smtps://me:hidden@mail.local", "BOOKFORM_MAIL_FROM", "me@example.com"));
        assertFalse((config + " " + config.messaging()).contains("hidden"), config.messaging()::toString);
    }

    @Test
    void theDemoConfirmsInTheClientsLanguageAndKeepsAFile() throws IOException {
        try (var app = RunningApp.start()) {
            app.submit(app.get(app.details(1, "service=1&teamMember=1&lang=de")), "details",
                    Map.of("name", "Vera", "phone", "+37061234567", "email", "vera@example.com"));
            var message = app.get("/demo/messages").html().expectFirst(".card:contains(vera@example.com)").text();
            assertTrue(message.contains("Ihre Buchung bei Linden Studio"), message);
            assertTrue(message.contains("Anna"), message);
            try (var files = Files.list(app.database().resolveSibling("mail"))) {
                var mail = Files.readString(files.findFirst().orElseThrow());
                assertTrue(mail.contains("appointment.ics") && mail.contains("text/calendar"), mail);
            }
        }
    }
}

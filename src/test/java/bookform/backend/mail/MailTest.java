package bookform.backend.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.Mail;
import bookform.backend.Mail.Attachment;
import bookform.booking.BookingUnavailable;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail as it is written to files, and as a mail server on this machine gets it. */
class MailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);
    private static final Mail MAIL = new Mail("vera@example.com", "Užsakymas\r\nBcc: everybody@example.com", "Laukiame jūsų\n", Optional.of(
            new Attachment("appointment.ics", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));

    @TempDir Path folder;

    @Test
    void aFileIsAMailWithItsCalendar() throws Exception {
        var files = new MailFiles(folder.resolve("mail"), CLOCK);
        files.send(MAIL);
        files.send(MAIL);
        try (var written = Files.list(folder.resolve("mail"))) {
            var all = written.toList();
            assertEquals(2, all.size());
            try (var in = Files.newInputStream(all.getFirst())) {
                var message = new MimeMessage(Session.getInstance(new Properties()), in);
                assertEquals("Užsakymas Bcc: everybody@example.com", message.getSubject(), "one line, one header");
                assertEquals("vera@example.com", message.getRecipients(RecipientType.TO)[0].toString());
                assertEquals(1, message.getAllRecipients().length);
                var parts = (Multipart) message.getContent();
                assertEquals("Laukiame jūsų", parts.getBodyPart(0).getContent().toString().strip());
                assertEquals("appointment.ics", parts.getBodyPart(1).getFileName());
                assertTrue(parts.getBodyPart(1).isMimeType("text/calendar"), parts.getBodyPart(1).getContentType());
            }
        }
    }

    @Test
    void anAddressThatIsNoneIsAFailureThatNamesNobody() {
        var wrong = new Mail("vera@example.com\r\nRCPT TO:<x@example.com>", "", "", Optional.empty());
        var failure = assertThrows(BookingUnavailable.class, () -> new MailFiles(folder, CLOCK).send(wrong));
        assertFalse(failure.getMessage().contains("vera"), failure.getMessage());
    }

    @Test
    void aMailServerGetsIt() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var journal = CompletableFuture.supplyAsync(() -> conversation(server));
            new SmtpMailSender(URI.create("smtp://127.0.0.1:" + server.getLocalPort()), "Linden <linden@example.com>", CLOCK).send(MAIL);
            var said = journal.get();
            assertTrue(said.contains("MAIL FROM:<linden@example.com>"), said);
            assertTrue(said.contains("RCPT TO:<vera@example.com>"), said);
            assertTrue(said.contains("Auto-Submitted: auto-generated"), said);
            assertFalse(said.contains("RCPT TO:<everybody@example.com>"), said);
        }
    }

    @Test
    void aPasswordIsNotShownToAServerWithoutTls() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var journal = CompletableFuture.supplyAsync(() -> conversation(server));
            var sender =
                    new SmtpMailSender(URI.create("smtp://linden:hidden@127.0.0.1:" + server.getLocalPort()), "linden@example.com", CLOCK);
            assertThrows(BookingUnavailable.class, () -> sender.send(MAIL));
            assertFalse(journal.get().contains("AUTH"), journal.get());
        }
    }

    /** Everything that a client says to a mail server that takes all. */
    private static String conversation(ServerSocket server) {
        var said = new StringBuilder();
        try (var client = server.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            var out = client.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.UTF_8));
            var data = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                said.append(line).append('\n');
                if (data && !line.equals(".")) continue;
                data = line.equals("DATA");
                out.write((data ? "354 go on\r\n" : line.equals("QUIT") ? "221 bye\r\n" : "250 yes\r\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            said.append("closed");
        }
        return said.toString();
    }
}

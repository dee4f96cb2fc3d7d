package bookform.backend.mail;

import bookform.backend.Mail;
import bookform.backend.MailSender;
import bookform.booking.BookingUnavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/** Writes mails into a folder instead of sending them, as files that every mail program opens: for the demo. */
public final class MailFiles implements MailSender {
    private static final String FROM = "demo@bookform.invalid";

    private final Path folder;
    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    public MailFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        var now = clock.instant();
        try {
            Files.createDirectories(folder);
            try (var file = Files.newOutputStream(folder.resolve(now.getEpochSecond() + "-" + number.incrementAndGet() + ".eml"))) {
                MimeMail.of(mail, FROM, Session.getInstance(new Properties()), now).writeTo(file);
            }
        } catch (MessagingException | IOException failure) {
            throw new BookingUnavailable("The mail was not written: " + failure.getClass().getSimpleName());
        }
    }
}

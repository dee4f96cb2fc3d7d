package bookform.backend.mail;

import bookform.backend.Mail;
import bookform.backend.MailSender;
import bookform.booking.BookingUnavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/**
 * Sends mails through a mail server. {@code smtps://} is TLS from the start; {@code smtp://} turns to TLS where the server can, and must
 * when there is a password to show.
 */
public final class SmtpMailSender implements MailSender {
    private static final String TIMEOUT_MILLIS = "5000";

    private final URI server;
    private final String from;
    private final Clock clock;

    /**
     * @param server {@code smtp://user:password@host:587}; user and port may be missing
     * @param from the sender of every mail
     */
    public SmtpMailSender(URI server, String from, Clock clock) {
        this.server = server;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        try {
            var session = Session.getInstance(properties());
            var message = MimeMail.of(mail, from, session, clock.instant());
            try (var transport = session.getTransport(server.getScheme())) {
                transport.connect(server.getHost(), server.getPort(), credential(0), credential(1));
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException failure) {
            // its own words hold the address
            throw new BookingUnavailable("The mail server did not take it: " + failure.getClass().getSimpleName());
        }
    }

    private Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + server.getScheme() + ".";
        for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.setProperty(prefix + timeout, TIMEOUT_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(server.getRawUserInfo() != null));
        properties.setProperty(prefix + "auth", String.valueOf(server.getRawUserInfo() != null));
        return properties;
    }

    private String credential(int place) {
        return Optional.ofNullable(server.getRawUserInfo()).map(info -> info.split(":", 2)).filter(parts -> parts.length > place)
                .map(parts -> URLDecoder.decode(parts[place].replace("+", "%2B"), StandardCharsets.UTF_8)).orElse(null);
    }
}

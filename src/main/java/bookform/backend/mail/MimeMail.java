package bookform.backend.mail;

import bookform.backend.Mail;
import bookform.backend.Mail.Attachment;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/** A mail as it travels, RFC 5322 and MIME. */
final class MimeMail {
    private static final String UTF_8 = "UTF-8";

    private MimeMail() {}

    /** @throws MessagingException also for an address that is none */
    static MimeMessage of(Mail mail, String from, Session session, Instant now) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject().replaceAll("\\R", " "), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated"); // so that nobody's holiday answers to it
        if (mail.attachment().isPresent()) {
            var text = new MimeBodyPart();
            text.setText(mail.text(), UTF_8);
            message.setContent(new MimeMultipart(text, part(mail.attachment().get())));
        } else {
            message.setText(mail.text(), UTF_8);
        }
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(attachment.content(), UTF_8, attachment.type().replaceFirst("^text/", ""));
        part.setFileName(attachment.name());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }
}

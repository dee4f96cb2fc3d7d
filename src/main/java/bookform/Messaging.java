package bookform;

import bookform.backend.HttpSmsSender;
import bookform.backend.HttpSmsSender.Gateway;
import bookform.backend.LogSmsSender;
import bookform.backend.MailSender;
import bookform.backend.Outbox;
import bookform.backend.SendLimits;
import bookform.backend.SmsSender;
import bookform.backend.mail.SmtpMailSender;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of what is sent to clients: through which gateway and mail server, and how much at most. */
record Messaging(Optional<Gateway> gateway, SendLimits limits, Optional<MailServer> mailServer) {
    private static final String BODY = "{\"to\":\"{phone}\",\"text\":\"{text}\"}";

    /** A mail server, and the sender of every mail. */
    record MailServer(URI url, String from) {
        /** Keeps the password. */
        @Override
        public String toString() {
            return "MailServer[" + url.getHost() + "]";
        }
    }

    /** @throws Config.Wrong naming the first setting that cannot be used */
    static Messaging from(Map<String, String> values) {
        var sms = Optional.ofNullable(values.get("BOOKFORM_SMS_URL")).map(text -> url("BOOKFORM_SMS_URL", text, List.of("http", "https")));
        var smtp =
                Optional.ofNullable(values.get("BOOKFORM_SMTP_URL")).map(text -> url("BOOKFORM_SMTP_URL", text, List.of("smtp", "smtps")));
        if (sms.isEmpty()
                && List.of("BODY", "CONTENT_TYPE", "AUTHORIZATION").stream().anyMatch(part -> values.containsKey("BOOKFORM_SMS_" + part)))
            throw new Config.Wrong("BOOKFORM_SMS_URL is missing: without it there is no gateway to speak to");
        if (smtp.isPresent() != values.containsKey("BOOKFORM_MAIL_FROM"))
            throw new Config.Wrong("BOOKFORM_SMTP_URL and BOOKFORM_MAIL_FROM come together: set both, or neither to send no mails");
        return new Messaging(sms.map(url -> gateway(url, values)),
                new SendLimits(number(values, "BOOKFORM_SMS_PER_FORM", SendLimits.USUAL.perForm()),
                        number(values, "BOOKFORM_SMS_PER_DAY", SendLimits.USUAL.perDay())),
                smtp.map(url -> new MailServer(url, values.get("BOOKFORM_MAIL_FROM"))));
    }

    /** Ready to send. */
    Outbox outbox(Clock clock) {
        var sms = gateway.<SmsSender>map(HttpSmsSender::new).orElseGet(LogSmsSender::new);
        return Outbox.queued(sms,
                mailServer.<MailSender>map(server -> new SmtpMailSender(server.url, server.from, clock)).orElse(MailSender.NONE));
    }

    private static Gateway gateway(URI url, Map<String, String> values) {
        var body = values.getOrDefault("BOOKFORM_SMS_BODY", BODY);
        if (!body.contains("{phone}") || !body.contains("{text}"))
            throw new Config.Wrong("BOOKFORM_SMS_BODY needs the places {phone} and {text}");
        return new Gateway(url, body, values.getOrDefault("BOOKFORM_SMS_CONTENT_TYPE", "application/json"),
                Optional.ofNullable(values.get("BOOKFORM_SMS_AUTHORIZATION")));
    }

    /** The address is not repeated: it may hold a password. */
    private static URI url(String name, String text, List<String> schemes) {
        try {
            var url = new URI(text);
            if (!schemes.contains(String.valueOf(url.getScheme())) || url.getHost() == null) throw new Config.Wrong(wrong(name, schemes));
            return url;
        } catch (URISyntaxException notAnAddress) {
            throw new Config.Wrong(wrong(name, schemes));
        }
    }

    private static String wrong(String name, List<String> schemes) {
        return name + " is an address that begins with " + String.join(":// or ", schemes) + "://";
    }

    private static long number(Map<String, String> values, String name, long usual) {
        var text = values.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("[0-9]{1,9}")) throw new Config.Wrong(name + " is a whole number, not \"" + text + "\"");
        return Long.parseLong(text);
    }
}

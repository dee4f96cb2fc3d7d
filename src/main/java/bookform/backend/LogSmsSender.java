package bookform.backend;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing, and says so in the log: where no SMS gateway is set up. Neither the text nor the whole phone number is written. */
public final class LogSmsSender implements SmsSender {
    private static final Logger LOG = LoggerFactory.getLogger(LogSmsSender.class);

    @Override
    public void send(String phone, String text) {
        LOG.warn("No SMS gateway: a message of {} characters to {} was not sent", text.length(), masked(phone));
    }

    /** {@code +370…67} of {@code +37061234567}. */
    static String masked(String phone) {
        return phone.length() < 8 ? "…" : phone.substring(0, 4) + "…" + phone.substring(phone.length() - 2);
    }
}

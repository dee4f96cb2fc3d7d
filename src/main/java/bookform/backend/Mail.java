package bookform.backend;

import java.util.Optional;

/**
 * An e-mail to a client: plain text.
 *
 * @param to an address as typed
 */
public record Mail(String to, String subject, String text, Optional<Attachment> attachment) {
    /** A text file that comes along, {@code text/calendar}. */
    public record Attachment(String name, String type, String content) {}

    /** Names no one. */
    @Override
    public String toString() {
        return "Mail[…]";
    }
}

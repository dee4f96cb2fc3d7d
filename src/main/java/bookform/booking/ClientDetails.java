package bookform.booking;

/**
 * Who books.
 *
 * @param phone E.164, {@code +37061234567}
 * @param email empty when not given
 */
public record ClientDetails(String name, String phone, String email) {
    /** Characters. */
    public static final int LONGEST_NAME = 100;

    /** Names no one: details end up in logs by accident. */
    @Override
    public String toString() {
        return "ClientDetails[…]";
    }
}

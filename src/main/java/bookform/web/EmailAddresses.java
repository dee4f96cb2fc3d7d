package bookform.web;

import java.util.regex.Pattern;

/** E-mail addresses as people type them. */
public final class EmailAddresses {
    private static final Pattern WHOLE = Pattern.compile("[^\\s@,;<>]{1,64}@[^\\s@,;<>]{1,190}\\.[^\\s@,;<>.]{2,63}");

    private EmailAddresses() {}

    /** Whether nothing is missing of it; whether there is somebody, only a message tells. */
    public static boolean isWhole(String address) {
        return WHOLE.matcher(address).matches();
    }
}

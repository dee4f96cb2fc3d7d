package bookform.backend.account;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are refused: those too short to last, too long to be meant, and those that others try first. */
public final class PasswordRule {
    private static final String FILE = "/passwords/common.txt";

    private PasswordRule() {}

    /**
     * @param own what others know of the client: phone, e-mail address, name
     * @throws BookingRefused PASSWORD_LENGTH, PASSWORD_GUESSABLE
     */
    public static void require(String password, List<String> own) {
        var plain = Normalizer.normalize(password, Normalizer.Form.NFC);
        var length = plain.codePointCount(0, plain.length());
        if (length < ClientApi.SHORTEST_PASSWORD || length > ClientApi.LONGEST_PASSWORD) throw new BookingRefused(Reason.PASSWORD_LENGTH);
        var folded = plain.toLowerCase(Locale.ROOT);
        if (Common.PASSWORDS.contains(folded) || isOneCharacter(folded) || own.stream().anyMatch(known -> isMadeOf(folded, known)))
            throw new BookingRefused(Reason.PASSWORD_GUESSABLE);
    }

    private static boolean isOneCharacter(String password) {
        return password.codePoints().distinct().count() == 1;
    }

    /** The whole of it, or a long part of it, and hardly anything else: a phone with or without its country, an address before the @. */
    private static boolean isMadeOf(String password, String known) {
        var folded = known.toLowerCase(Locale.ROOT);
        var letters = letters(password);
        return letters.length() >= 4 && (letters(folded).endsWith(letters) || letters(folded.replaceFirst("@.*", "")).equals(letters));
    }

    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Read when the first password is set: hardly any start needs it. */
    private static final class Common {
        static final Set<String> PASSWORDS = read();

        private static Set<String> read() {
            try (var in = Objects.requireNonNull(PasswordRule.class.getResourceAsStream(FILE), FILE);
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

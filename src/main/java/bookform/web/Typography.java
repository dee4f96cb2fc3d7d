package bookform.web;

import java.util.Set;
import java.util.regex.Pattern;

/** Spaces at which no line may end, which are put into messages when they are read, as they are written with plain ones; and how lines begin. */
final class Typography {
    private static final Pattern AFTER_NUMBER = Pattern.compile("(?<=[0-9]|\\{[nhm]}) (?=[\\p{L}0-9])");
    private static final Pattern BEFORE_MINUTES = Pattern.compile(" (?=\\{m})");
    private static final Pattern BEFORE_DASH = Pattern.compile(" (?=[–—…])");
    private static final Pattern INSIDE_QUOTES = Pattern.compile("(?<=«) | (?=»)");
    private static final Pattern AFTER_LETTER = Pattern.compile("(?<![\\p{L}\\p{M}0-9’}])(\\p{L}) (?=[\\p{L}0-9{])");
    private static final Pattern BEFORE_FRENCH_SIGN = Pattern.compile(" (?=[;?!])");
    private static final Pattern BEFORE_FRENCH_COLON = Pattern.compile(" (?=:)");

    /** Where a line must not end with a preposition of one letter. */
    private static final Set<String> HOLD_LETTERS = Set.of("bg", "cs", "hr", "pl", "uk");

    private Typography() {}

    static String of(String language, String message) {
        message = AFTER_NUMBER.matcher(message).replaceAll("\u00a0");
        message = BEFORE_MINUTES.matcher(message).replaceAll("\u00a0");
        message = BEFORE_DASH.matcher(message).replaceAll("\u00a0");
        message = INSIDE_QUOTES.matcher(message).replaceAll("\u00a0");
        if (HOLD_LETTERS.contains(language)) message = AFTER_LETTER.matcher(message).replaceAll("$1\u00a0");
        if (language.equals("fr")) {
            message = BEFORE_FRENCH_SIGN.matcher(message).replaceAll("\u202f");
            message = BEFORE_FRENCH_COLON.matcher(message).replaceAll("\u00a0");
        }
        return message;
    }

    static String capital(String text) {
        if (text.isEmpty()) return text;
        // Not the upper case: Georgian has that for whole words alone.
        var first = Character.toTitleCase(text.codePointAt(0));
        return Character.toString(first) + text.substring(text.offsetByCodePoints(0, 1));
    }
}

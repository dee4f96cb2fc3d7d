package bookform.web;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes typed text fit to be stored, logged and sent: composed, trimmed, without control and direction-changing characters. */
public final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    // Zalgo: marks piled on one letter climb over the lines above (reliability.md I2).
    private static final Pattern PILE = Pattern.compile("(\\p{M}{3})\\p{M}+");

    private PlainText() {}

    /** Empty when nothing of it can be seen. */
    public static String oneLine(String typed) {
        var line = clean(typed.replaceAll("\\s|\\R|\\u00A0", " ")).replaceAll(" +", " ").strip();
        return line.codePoints().anyMatch(PlainText::canBeSeen) ? line : "";
    }

    public static String lines(String typed) {
        return clean(typed.replaceAll("\\R", "\n")).strip();
    }

    // The joiners stay: Persian and emoji need them (reliability.md I2).
    private static String clean(String typed) {
        var kept = typed.codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL -> point == '\n';
                    case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
                    case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
                    default -> true;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return PILE.matcher(Normalizer.normalize(kept, Normalizer.Form.NFC)).replaceAll("$1");
    }

    private static boolean canBeSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}

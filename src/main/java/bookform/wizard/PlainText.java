package bookform.wizard;

import java.text.Normalizer;

/** Makes typed text fit to be stored, logged and sent: composed, trimmed, without control and direction-changing characters. */
final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    static String oneLine(String typed) {
        return clean(typed.replaceAll("\\R", " ")).replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    static String lines(String typed) {
        return clean(typed.replaceAll("\\R", "\n")).strip();
    }

    // The joiners stay: Persian and emoji need them (reliability.md I2).
    private static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL -> point == '\n';
                    case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
                    case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
                    default -> true;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

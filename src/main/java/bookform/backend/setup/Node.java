package bookform.backend.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One value of a file that knows where it stands. Asked for something that it is not, it tells the {@link Findings} and answers
 * nothing, so that reading goes on and finds the other mistakes too.
 */
final class Node {
    enum Kind {
        OBJECT("an object"), LIST("a list"), TEXT("text"), NUMBER("a number"), TRUTH("true or false"), NOTHING("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final int LONGEST_QUOTE = 40;

    private final Findings findings;
    private final Node parent;
    private final String key;
    private final int index;
    private final int line;
    private final Kind kind;
    private final String text;
    private final List<Node> children;

    /**
     * @param parent the object or list around it; null for the whole file
     * @param key its key in an object; empty in a list
     * @param index its place in the parent
     * @param text a text, number or truth as it stands in the file
     */
    Node(Findings findings, Node parent, String key, int index, int line, Kind kind, String text) {
        this.findings = findings;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.line = line;
        this.kind = kind;
        this.text = text;
        this.children = kind == Kind.OBJECT || kind == Kind.LIST ? new ArrayList<>() : List.of();
    }

    void add(Node child) {
        children.add(child);
    }

    Findings findings() {
        return findings;
    }

    Kind kind() {
        return kind;
    }

    String key() {
        return key;
    }

    int line() {
        return line;
    }

    /** The values of an object or a list, in the order of the file. */
    List<Node> children() {
        return children;
    }

    Optional<Node> child(String key) {
        return children.stream().filter(child -> child.key.equals(key)).findFirst();
    }

    /** The way to this value from the top of the file. */
    String path() {
        if (parent == null) return "";
        var around = parent.path();
        if (parent.kind == Kind.LIST) return around + "[" + index + "]";
        return around.isEmpty() ? key : around + "." + key;
    }

    void wrong(String words) {
        findings.mistake(line, findings.isFull() ? "" : path(), words);
    }

    /** Its text; a number counts as one, so that phone numbers need no quotes. */
    Optional<String> text() {
        return kind == Kind.NUMBER ? Optional.of(text) : expect(Kind.TEXT).map(_ -> text.strip());
    }

    Optional<Boolean> truth() {
        return expect(Kind.TRUTH).map(_ -> text.equals("true"));
    }

    /** Whether it is {@code off}, which may also be said as {@code false}. */
    boolean isOff() {
        return kind == Kind.TRUTH && text.equals("false") || kind == Kind.TEXT && text.strip().equalsIgnoreCase("off");
    }

    Optional<List<Node>> list() {
        return expect(Kind.LIST).map(_ -> children);
    }

    Optional<Fields> object() {
        return expect(Kind.OBJECT).map(_ -> new Fields(this));
    }

    /** A number within limits, both included. */
    Optional<BigDecimal> number(BigDecimal min, BigDecimal max, String unit) {
        var limits = min.toPlainString() + " to " + max.toPlainString() + unit;
        return expect(Kind.NUMBER).flatMap(_ -> decimal()).flatMap(number -> {
            if (number.compareTo(min) < 0) return refuse(quoted() + " is too small; say " + limits);
            if (number.compareTo(max) > 0) return refuse(quoted() + " is too large; say " + limits);
            return Optional.of(number);
        });
    }

    /** A whole number within limits, both included. */
    Optional<Long> whole(long min, long max, String unit) {
        return number(BigDecimal.valueOf(min), BigDecimal.valueOf(max), unit).flatMap(number -> number.stripTrailingZeros().scale() > 0
                ? refuse(quoted() + " is not a whole number")
                : Optional.of(number.longValueExact()));
    }

    /** A length in minutes within limits, both included. */
    Optional<Long> minutes(long min, long max) {
        var limits = min + " to " + max + " minutes";
        return expect(Kind.NUMBER).flatMap(_ -> decimal()).flatMap(number -> {
            if (number.compareTo(BigDecimal.valueOf(min)) < 0) return refuse(quoted() + " is too short; say " + limits);
            if (number.compareTo(BigDecimal.valueOf(max)) > 0) return refuse(quoted() + " is too long; say " + limits);
            return whole(min, max, " minutes");
        });
    }

    /** The value as it stands in the file, short enough for a message. */
    String quoted() {
        var shown = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return kind == Kind.TEXT ? "\"" + shown + "\"" : shown;
    }

    private Optional<BigDecimal> decimal() {
        try {
            return Optional.of(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return refuse(quoted() + " is not a plain number");
        }
    }

    private Optional<Node> expect(Kind wanted) {
        return kind == wanted ? Optional.of(this) : refuse("must be " + wanted.words + ", not " + kind.words);
    }

    private <T> Optional<T> refuse(String words) {
        wrong(words);
        return Optional.empty();
    }
}

package bookform.backend.setup;

import bookform.backend.setup.LocationFileException.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What there is to tell about a file: mistakes, which keep it out, and notes on what it left open and we assumed. */
final class Findings {
    /** More mistakes than this are only counted: whoever corrects these runs the import again anyway. */
    static final int MOST = 20;

    private final String file;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int untold;

    Findings(String file) {
        this.file = file;
    }

    void mistake(int line, String field, String text) {
        if (isFull()) {
            untold++;
        } else {
            mistakes.add(new Mistake(file, line, field, text));
        }
    }

    /** Whether a further mistake would only be counted, so that its text is not worth the work. */
    boolean isFull() {
        return mistakes.size() == MOST;
    }

    void note(String text) {
        notes.add(text);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    void throwMistakes() {
        if (!mistakes.isEmpty()) throw exception();
    }

    LocationFileException exception() {
        mistakes.sort(Comparator.comparingInt(Mistake::line));
        return new LocationFileException(mistakes, untold);
    }
}

package bookform.backend.setup;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a word that nobody knows. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    private Spelling() {}

    /**
     * The known word that is most alike, if any is alike enough: up to a third of the letters differ. Nothing is like a word of two or
     * three letters.
     */
    static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() < SHORTEST || word.length() > LONGEST) return Optional.empty();
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** How many letters must be put in, left out or changed to make one word the other (Levenshtein), whatever their case. */
    private static int distance(String from, String to) {
        var source = from.toLowerCase(Locale.ROOT);
        var target = to.toLowerCase(Locale.ROOT);
        var previous = new int[target.length() + 1];
        for (int column = 0; column <= target.length(); column++) previous[column] = column;
        for (int row = 1; row <= source.length(); row++) {
            var current = new int[target.length() + 1];
            current[0] = row;
            for (int column = 1; column <= target.length(); column++) {
                int changed = previous[column - 1] + (source.charAt(row - 1) == target.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[target.length()];
    }
}

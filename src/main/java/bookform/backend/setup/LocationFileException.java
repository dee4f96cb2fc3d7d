package bookform.backend.setup;

import java.util.List;
import java.util.stream.Collectors;

/** A location file that cannot be imported, with everything that is wrong with it. Nothing of it was used. */
public final class LocationFileException extends RuntimeException {
    /**
     * One thing to correct in a file.
     *
     * @param line the first line is 1
     * @param field the way to the value, such as {@code services[3].duration}, lists counted from 0; empty for the file as a whole
     */
    public record Mistake(String file, int line, String field, String text) {
        /** As compilers say it: {@code salon.yaml:14: services[3].duration: 0 is too short; say 5 to 1440 minutes}. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + text;
        }
    }

    private final List<Mistake> mistakes;
    private final int untold;

    /** @param untold how many more mistakes there are */
    LocationFileException(List<Mistake> mistakes, int untold) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"))
                + (untold == 0 ? "" : "\n… and " + untold + " more"));
        this.mistakes = List.copyOf(mistakes);
        this.untold = untold;
    }

    /** In the order of the file; at most 20. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** How many more there are than {@link #mistakes()} tells. */
    public int untold() {
        return untold;
    }
}

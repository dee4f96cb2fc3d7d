package bookform.booking;

/** HTML as somebody else wrote it. Not fit to print: pages clean it first and print what is left. */
public record Html(String source) {
    public static final Html NONE = new Html("");

    public boolean isBlank() {
        return source.isBlank();
    }
}

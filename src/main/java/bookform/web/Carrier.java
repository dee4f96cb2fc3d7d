package bookform.web;

/** Carries what was typed from page to page: ways on are then the buttons of a form that holds it. */
@FunctionalInterface
public interface Carrier {
    /** Nothing was typed: ways on are plain links. */
    Carrier NOTHING = () -> "";

    /** The id of the form; empty while nothing was typed. */
    String carrier();

    default boolean carries() {
        return !carrier().isEmpty();
    }
}

package bookform.booking;

/** A heading that services stand under. */
public record Category(long id, String title) {}

package bookform.wizard;

/**
 * What {@code templates/wizard/checking.jte} prints.
 *
 * @param phone whom to call when it takes too long; empty when the location has none
 */
public record CheckingView(Frame frame, String action, String token, String phone) {}

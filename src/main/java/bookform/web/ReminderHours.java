package bookform.web;

import java.util.List;

/** How long before a visit clients can be reminded of it. */
public final class ReminderHours {
    /** In hours; 0 for no reminder. */
    public static final List<Integer> OFFERED = List.of(0, 1, 2, 4, 24, 48);

    private ReminderHours() {}

    /** {@code 2 hours before}. */
    public static String name(Texts t, int hours) {
        if (hours == 0) return t.text("details.reminder_none");
        return hours % 24 == 0 ? t.plural("details.reminder_days", hours / 24) : t.plural("details.reminder_hours", hours);
    }
}

package bookform.booking;

import java.util.Locale;
import java.util.Optional;

/**
 * What a client prefers.
 *
 * @param language of pages and messages; empty when they never said
 * @param smsReminderHours hours before each visit, 0 for no reminder; empty when they never said, and each visit has its own
 */
public record ClientPreferences(Optional<Locale> language, Optional<Integer> smsReminderHours) {}

package bookform.cabinet;

import bookform.booking.ClientPreferences;
import bookform.web.LanguageLink;
import bookform.web.OurLanguages;
import bookform.web.ReminderHours;
import bookform.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of several things to choose on the profile.
 *
 * @param value as the form sends it; empty for no preference
 * @param language of the name, where it has one of its own; null elsewhere
 */
public record ProfileChoice(String value, String name, String language, boolean chosen) {
    static List<ProfileChoice> languages(Texts t, ClientPreferences preferences) {
        var choices = new ArrayList<ProfileChoice>();
        choices.add(new ProfileChoice("", t.text("profile.language_any"), null, preferences.language().isEmpty()));
        for (var link : LanguageLink.all(t, OurLanguages.ALL, tag -> "")) {
            choices.add(new ProfileChoice(link.code(), link.name(), link.code(),
                    preferences.language().map(Locale::getLanguage).filter(link.code()::equals).isPresent()));
        }
        return choices;
    }

    static List<ProfileChoice> reminders(Texts t, ClientPreferences preferences) {
        var choices = new ArrayList<ProfileChoice>();
        choices.add(new ProfileChoice("", t.text("profile.reminder_any"), null, preferences.smsReminderHours().isEmpty()));
        for (var hours : ReminderHours.OFFERED) {
            choices.add(new ProfileChoice(hours.toString(), ReminderHours.name(t, hours), null,
                    preferences.smsReminderHours().filter(hours::equals).isPresent()));
        }
        return choices;
    }
}

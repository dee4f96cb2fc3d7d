package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.booking.ClientPreferences;
import bookform.web.Incoming;
import bookform.web.OurLanguages;
import bookform.web.ReminderHours;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /cabinet/profile/preferences}: in which language, and when to be reminded. What is not offered is not changed. */
final class PreferencesChange {
    private final ClientApi clients;
    private final ProfilePage profile;

    PreferencesChange(ClientApi clients, ProfilePage profile) {
        this.clients = clients;
        this.profile = profile;
    }

    void update(Context ctx, SignedIn client, Visitor visitor) {
        var data = clients.personalData().orElseThrow(NotFoundResponse::new);
        var language = Optional.of(Locale.forLanguageTag(Incoming.typed(ctx, "language"))).filter(OurLanguages::include);
        var reminder = Incoming.typed(ctx, "reminder");
        var hours = ReminderHours.OFFERED.stream().filter(offered -> reminder.equals(offered.toString())).findFirst();
        data.changePreferences(client.token(), new ClientPreferences(language, data.offersReminders() ? hours : Optional.empty()));
        language.ifPresent(spoken -> Visitors.speak(ctx, visitor, spoken));
        profile.done(ctx, "details");
    }
}

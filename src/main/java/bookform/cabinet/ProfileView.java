package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.booking.ClientProfile;
import bookform.phones.PhoneNumbers;
import bookform.web.Texts;
import java.util.List;
import java.util.Map;

/**
 * What {@code templates/cabinet/profile.jte} prints.
 *
 * @param email as it is, or as typed
 * @param newEmail as typed; else the address that is still to be confirmed
 * @param kept what is there only where the clients are kept; nothing of it elsewhere
 * @param phone as people read it
 * @param newPhone as typed
 * @param canSendCode whether it is known who would send one
 * @param login what the password belongs to, for browsers that keep both
 * @param hasPassword whether the present one is asked for
 * @param errors field name to message, the first field first
 * @param done what has just been changed, in a sentence; empty for nothing
 */
public record ProfileView(CabinetFrame frame, String name, String email, String presentEmail, String newEmail, boolean emailProved,
        Kept kept, String phone, String newPhone,
        String phoneExample, boolean canSendCode, String login, boolean hasPassword, Map<String, String> errors,
        String done) {
    /**
     * What a booking system has that keeps its clients.
     *
     * @param provesEmail an address is confirmed by a code before it counts, and has a form of its own
     * @param languages to choose from; none where it keeps none
     * @param reminders likewise
     */
    public record Kept(boolean provesEmail, List<ProfileChoice> languages, List<ProfileChoice> reminders) {
        static Kept of(ClientApi clients, String token, Texts t) {
            return clients.personalData().map(data -> {
                var preferences = data.preferences(token);
                return new Kept(data.sendsEmail(), ProfileChoice.languages(t, preferences),
                        data.offersReminders() ? ProfileChoice.reminders(t, preferences) : List.of());
            }).orElse(new Kept(false, List.of(), List.of()));
        }
    }

    /** @param typed what was typed and is not saved, by field; it stands before what is known */
    static ProfileView of(Visitor visitor, ClientProfile known, Kept kept, Map<String, String> typed, Map<String, String> errors,
            String done, String notice) {
        var frame = CabinetFrame.inside(visitor, visitor.t().text("details.heading"), ProfilePage.URL, ProfilePage.URL);
        return new ProfileView(frame.withNotice(notice), typed.getOrDefault("name", known.name()),
                typed.getOrDefault("email", known.email()), known.email(),
                typed.getOrDefault("email", known.emailProved() ? "" : known.email()),
                known.emailProved(), kept, PhoneNumbers.pretty(known.phone()), typed.getOrDefault("phone", ""),
                SignInForm.example(visitor), visitor.location().isPresent(), known.login(), known.hasPassword(), errors, done);
    }

    static String passwordLength(Texts t) {
        return t.text("profile.password_length", "least", Integer.toString(ClientApi.SHORTEST_PASSWORD), "most",
                Integer.toString(ClientApi.LONGEST_PASSWORD));
    }

    /** What to keep in mind; not said twice where it is what is wrong. */
    public String passwordHint() {
        return error("new_password").isEmpty() ? passwordLength(t()) : "";
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isFirstError(String field) {
        return errors.keySet().stream().findFirst().filter(field::equals).isPresent();
    }

    public Texts t() {
        return frame.t();
    }

    /** Names no one. */
    @Override
    public String toString() {
        return "ProfileView" + errors.keySet();
    }
}

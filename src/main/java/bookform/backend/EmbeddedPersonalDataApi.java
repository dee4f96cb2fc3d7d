package bookform.backend;

import bookform.backend.erasure.Erasure;
import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.booking.Appointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientPreferences;
import bookform.booking.OwnAppointment;
import bookform.booking.PersonalDataApi;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PhoneCodeRequest.Purpose;
import bookform.booking.Sender;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What we hold about clients, in their own hands. */
final class EmbeddedPersonalDataApi implements PersonalDataApi {
    private final EmbeddedBookingApi booking;
    private final Store store;
    private final Clock clock;
    private final Outbox outbox;
    private final Accounts accounts;
    private final ContactChanges contacts;
    private final OwnAppointments own;
    private final Erasure erasure;

    EmbeddedPersonalDataApi(EmbeddedBookingApi booking, Store store, Clock clock, Outbox outbox, Accounts accounts,
            ContactChanges contacts, OwnAppointments own) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
        this.outbox = outbox;
        this.accounts = accounts;
        this.contacts = contacts;
        this.own = own;
        this.erasure = new Erasure(store, clock);
    }

    @Override
    public boolean sendsEmail() {
        return outbox.sendsMail();
    }

    @Override
    public Duration sendEmailCode(String token, String email, Locale language, Sender sender) {
        return contacts.sendEmailCode(token, email, language, sender);
    }

    @Override
    public void changeEmail(String token, String email, String code, Locale language) {
        contacts.changeEmail(token, email, code, language);
    }

    @Override
    public ClientPreferences preferences(String token) {
        var account = account(token);
        return new ClientPreferences(Optional.of(account.language()).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag),
                account.smsReminderHours());
    }

    @Override
    public boolean offersReminders() {
        return store.read(tables -> tables.reminders().areOffered());
    }

    @Override
    public void changePreferences(String token, ClientPreferences preferences) {
        store.change(tables -> {
            tables.lock(Lock.reminders());
            var client = accounts.signedIn(tables, token).account();
            var now = clock.instant();
            tables.accounts().changePreferences(client.id(), preferences.language().map(Locale::toLanguageTag).orElse(""),
                    preferences.smsReminderHours().orElse(null));
            preferences.language().ifPresent(language -> tables.visits().speak(client.phone(), language, now));
            preferences.smsReminderHours().ifPresent(hours -> tables.reminders().prefer(client.phone(), hours, now));
        });
    }

    @Override
    public Map<String, Object> export(String token) {
        var client = account(token);
        return store.read(tables -> {
            var data = new LinkedHashMap<String, Object>();
            data.put("exported_at", clock.instant().toString());
            data.put("account", tables.personalData().account(client.id()));
            data.put("locations", tables.personalData().clients(client.phone()));
            data.put("visits", tables.personalData().visits(client.phone()));
            data.put("consents", tables.personalData().consents(client.phone()));
            data.put("reviews", tables.personalData().reviews(client.id(), client.phone()));
            data.put("reminders_to_come", tables.personalData().reminders(client.phone()));
            data.put("review_links_to_come", tables.personalData().reviewLinks(client.phone()));
            data.put("messages_sent", tables.personalData().messages(client.phone()));
            return data;
        });
    }

    @Override
    public Duration sendErasureCode(String token, long location, Locale language, Sender sender) {
        var client = account(token);
        var request = new PhoneCodeRequest(client.phone(), Set.of(Purpose.ERASURE), Optional.empty(), language, sender);
        return booking.dispatch().bySms(location, request, client.id());
    }

    @Override
    public void erase(String token, String code) {
        var holder = account(token);
        if (own.list(holder.phone()).stream().map(OwnAppointment::appointment).anyMatch(this::holds))
            throw new BookingRefused(Reason.TOO_LATE_TO_CANCEL);
        var right = store.write(tables -> {
            tables.lock(Lock.phone(holder.phone()));
            var client = accounts.signedIn(tables, token).account();
            // A wrong one was counted, which has to be committed: no exception in here.
            return booking.codes().erases(tables, client, code, clock.instant());
        });
        if (!right) throw new BookingRefused(Reason.CODE_WRONG);
        erasure.phone(holder.phone(), false); // the code goes with it
    }

    /** Whether an appointment that is ahead, or under way, is the business's as much as the client's. */
    private boolean holds(Appointment appointment) {
        return !appointment.isCancelled() && !appointment.isCancellable() && clock.instant().isBefore(appointment.end());
    }

    private StoredAccount account(String token) {
        return accounts.signedIn(token).account();
    }
}

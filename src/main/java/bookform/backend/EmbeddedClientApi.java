package bookform.backend;

import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.AccountTables.Voucher;
import bookform.backend.store.Store;
import bookform.booking.Appointment;
import bookform.booking.ClientApi;
import bookform.booking.ClientProfile;
import bookform.booking.ClientSession;
import bookform.booking.OwnAppointment;
import bookform.booking.PersonalDataApi;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import bookform.booking.ReviewedVisit;
import bookform.booking.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Clients who come back, on our own database. An account belongs to a phone, and shows what was booked under it at any location. */
public final class EmbeddedClientApi implements ClientApi {
    private final EmbeddedBookingApi booking;
    private final Store store;
    private final Clock clock;
    private final Accounts accounts;
    private final SignIns signIns;
    private final ContactChanges contacts;
    private final Calendars calendars;
    private final OwnAppointments own;
    private final Reviews reviews;
    private final PersonalDataApi personalData;

    /** @param secret the key of what is kept hashed and of review tokens, at least 32 bytes */
    public EmbeddedClientApi(EmbeddedBookingApi booking, Store store, Clock clock, Outbox outbox, ClientTexts texts, byte[] secret) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
        var keyed = new Keyed(secret);
        this.accounts = new Accounts(store, clock);
        this.signIns = new SignIns(store, clock, accounts, booking.codes(), keyed);
        this.contacts = new ContactChanges(booking, store, clock, outbox, texts, accounts);
        this.calendars = new Calendars(store, accounts);
        this.reviews = new Reviews(store, booking.catalogue(), booking.appointments(), new ReviewTokens(keyed), clock);
        this.own = new OwnAppointments(store, booking.catalogue(), booking.appointments(), reviews);
        this.personalData = new EmbeddedPersonalDataApi(booking, store, clock, outbox, accounts, contacts, own);
    }

    @Override
    public String signInWithCode(String phone, String code, Sender sender) {
        return signIns.withCode(phone, code);
    }

    @Override
    public String signInWithPassword(String login, String password, Sender sender) {
        return signIns.withPassword(login, password, sender);
    }

    @Override
    public void signOut(String token) {
        store.change(tables -> accounts.find(tables, token, clock.instant())
                .ifPresent(client -> tables.accounts().end(client.account().id(), client.session().id())));
    }

    @Override
    public void signOutEverywhere(String token) {
        store.change(tables -> tables.accounts().endAll(accounts.signedIn(tables, token).account().id()));
    }

    @Override
    public List<ClientSession> sessions(String token) {
        var client = accounts.signedIn(token);
        return store.read(tables -> tables.accounts().sessions(client.account().id())).stream()
                .filter(session -> Accounts.isAlive(session, clock.instant()))
                .map(session -> new ClientSession(session.id(), session.createdAt(), session.usedAt(),
                        session.id() == client.session().id()))
                .toList();
    }

    @Override
    public void endSession(String token, long session) {
        store.change(tables -> tables.accounts().end(accounts.signedIn(tables, token).account().id(), session));
    }

    @Override
    public ClientProfile profile(String token) {
        var account = account(token);
        return new ClientProfile(account.id(), account.name(), account.phone(),
                account.voucher() == Voucher.NOBODY ? account.phone() : account.email(),
                account.email(), account.voucher() == Voucher.CODE, Optional.empty(), account.passwordHash().isPresent());
    }

    @Override
    public void changeProfile(String token, String name, String email) {
        store.change(tables -> tables.accounts().changeProfile(accounts.signedIn(tables, token).account().id(), name.strip(),
                email.strip().toLowerCase(Locale.ROOT), clock.instant()));
    }

    @Override
    public Duration sendPhoneChangeCode(String token, long location, String phone, Locale language, Sender sender) {
        return contacts.sendPhoneCode(token, location, phone, language, sender);
    }

    @Override
    public void changePhone(String token, String phone, String code, Locale language) {
        contacts.changePhone(token, phone, code, language);
    }

    @Override
    public String changePassword(String token, String present, String next) {
        return signIns.changePassword(token, present, next);
    }

    @Override
    public Optional<PersonalDataApi> personalData() {
        return Optional.of(personalData);
    }

    @Override
    public List<OwnAppointment> appointments(String token) {
        return own.list(account(token).phone());
    }

    @Override
    public List<OwnAppointment> appointmentsInDoubtToo(String token) {
        return own.listInDoubtToo(account(token).phone());
    }

    @Override
    public Optional<OwnAppointment> findAppointment(String token, long location, long appointment) {
        return own.find(account(token).phone(), location, appointment);
    }

    @Override
    public Optional<Appointment> cancel(String token, long location, long appointment) {
        return booking.appointments().cancel(location, appointment, Claim.phone(account(token).phone()));
    }

    @Override
    public Optional<Appointment> move(String token, long location, long appointment, Instant start, Optional<String> comment) {
        return booking.appointments().move(location, appointment, Claim.phone(account(token).phone()), start, comment);
    }

    @Override
    public boolean offersCalendars() {
        return true;
    }

    @Override
    public boolean hasCalendar(String token) {
        return calendars.has(token);
    }

    @Override
    public String openCalendar(String token) {
        return calendars.open(token);
    }

    @Override
    public void closeCalendar(String token) {
        calendars.close(token);
    }

    @Override
    public Optional<List<OwnAppointment>> calendar(String secret) {
        return calendars.phone(secret).map(own::list);
    }

    @Override
    public Optional<ReviewedVisit> findReviewedVisit(String reviewToken) {
        return reviews.find(reviewToken);
    }

    @Override
    public Optional<ReviewedVisit> review(String reviewToken, Draft draft) {
        return reviews.review(reviewToken, draft);
    }

    @Override
    public List<Review> reviews(long location, Filter filter) {
        return reviews.list(location, filter);
    }

    @Override
    public Optional<Review> reviewTeamMember(String token, long location, long teamMember, Draft draft) {
        return reviews.reviewTeamMember(accounts.signedIn(token), location, teamMember, draft);
    }

    private StoredAccount account(String token) {
        return accounts.signedIn(token).account();
    }
}

package bookform.cabinet;

import bookform.appointment.Cancellation;
import bookform.appointment.NewTime;
import bookform.appointment.OpenAppointment;
import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.function.BiConsumer;

/** The client's own pages, one line per address. */
public final class Cabinet {
    private final Next next = new Next();
    private final Door door;
    private final SessionPage session;
    private final Devices devices;
    private final ProfilePage profile;
    private final PasswordChange password;
    private final PhoneChange phone;
    private final EmailChange email;
    private final PreferencesChange preferences;
    private final OwnData data;
    private final ErasurePage erasure;
    private final LoyaltyPage loyalty;
    private final Appointments appointments;
    private final CalendarFeed calendar;
    private final Cancellation cancellation;
    private final NewTime newTime;

    /**
     * @param key seals cookies; 32 bytes, the same on every instance
     */
    public Cabinet(BookingApi api, ClientApi clients, Pages everyPage, Templates templates, Assets assets, byte[] key, Clock clock) {
        var pages = everyPage.with("cabinet.css");
        var sessions = new Sessions(clients, key, clock);
        var typed = new Typed(key, clock);
        door = new Door(new Visitors(api, clients.hasLoyalty()), sessions, typed, next, new Unavailable(pages, templates), pages);
        var sent = new SentCodes(key, clock);
        var codes = new CodePage(pages, templates, sent, clock);
        session = new SessionPage(api, clients, pages, templates, sessions, next, codes, sent);
        devices = new Devices(clients, pages, templates, sessions, clock);
        profile = new ProfilePage(clients, pages, templates, typed);
        password = new PasswordChange(clients, sessions, profile);
        phone = new PhoneChange(clients, codes, sent, profile);
        email = new EmailChange(clients, codes, sent, profile);
        preferences = new PreferencesChange(clients, profile);
        data = new OwnData(clients, clock);
        erasure = new ErasurePage(clients, pages, templates, codes, sent, sessions, clock);
        loyalty = new LoyaltyPage(clients, pages, templates);
        appointments = new Appointments(api, clients, pages, templates, assets, clock);
        cancellation = new Cancellation(pages, templates, assets);
        newTime = new NewTime(api, pages, templates, clock);
        calendar = new CalendarFeed(clients, pages, templates, clock);
    }

    public void add(RoutesConfig routes) {
        // Coming in and going out. A GET of what only takes forms is a reload.
        routes.get("/cabinet", door.everybody(session::first));
        routes.get("/cabinet/session", door.everybody(session::show));
        routes.post("/cabinet/session", door.everybody(session::create));
        routes.post("/cabinet/phone-confirmations", door.everybody(session::confirm));
        routes.get("/cabinet/phone-confirmations", door.everybody(session::waitForCode));
        routes.post("/cabinet/session/ending", door.clients(Next.USUAL, session::end));

        // Everywhere the client is signed in
        page(routes, "/cabinet/sessions", door.clients(devices::show));
        routes.post("/cabinet/sessions/ending", door.clients(Devices.URL, devices::endAll));
        routes.post("/cabinet/sessions/{session}/ending", door.clients(Devices.URL, devices::end));

        // What they say of themselves
        page(routes, "/cabinet/profile", door.clients(profile::show));
        routes.post("/cabinet/profile", door.clients(profile::update));
        routes.post("/cabinet/profile/password", door.clients(ProfilePage.URL, password::create));
        routes.get("/cabinet/profile/password", door.everybody(profile::back));
        routes.post("/cabinet/profile/phone-confirmations", door.clients(ProfilePage.URL, phone::confirm));
        routes.get("/cabinet/profile/phone-confirmations", door.clients(ProfilePage.URL, phone::waitForCode));
        routes.post("/cabinet/profile/phone", door.clients(ProfilePage.URL, phone::create));
        routes.get("/cabinet/profile/phone", door.everybody(profile::back));

        routes.post("/cabinet/profile/email-confirmations", door.clients(ProfilePage.URL, email::confirm));
        routes.get("/cabinet/profile/email-confirmations", door.clients(ProfilePage.URL, email::waitForCode));
        routes.post("/cabinet/profile/email", door.clients(ProfilePage.URL, email::create));
        routes.get("/cabinet/profile/email", door.everybody(profile::back));
        routes.post("/cabinet/profile/preferences", door.clients(ProfilePage.URL, preferences::update));
        routes.get("/cabinet/profile/preferences", door.everybody(profile::back));

        // What is known of them, to take along and to be forgotten
        routes.get("/cabinet/profile/data", door.clients(ProfilePage.URL, data::show));
        page(routes, "/cabinet/profile/erasure", door.clients(erasure::show));
        routes.post("/cabinet/profile/erasure", door.clients(erasure::create));
        routes.post("/cabinet/profile/erasure-confirmations", door.clients(ErasurePage.URL, erasure::confirm));
        routes.get("/cabinet/profile/erasure-confirmations", door.clients(ErasurePage.URL, erasure::waitForCode));

        // What they hold
        page(routes, "/cabinet/loyalty", door.clients(loyalty::show));

        // Appointments
        page(routes, "/cabinet/appointments", door.clients(appointments::list));
        page(routes, "/cabinet/appointments/{location}/{appointment}", door.clients(appointments::show));
        routes.get("/cabinet/appointments/{location}/{appointment}/calendar.ics", door.clients(appointments::calendar));
        routes.get("/cabinet/appointments/{location}/{appointment}/again", door.clients(appointments::again));
        page(routes, "/cabinet/appointments/{location}/{appointment}/cancellation", door.clients(with(cancellation::ask)));
        routes.post("/cabinet/appointments/{location}/{appointment}/cancellation", door.clients(with(cancellation::create)));
        page(routes, "/cabinet/appointments/{location}/{appointment}/time", door.clients(with(newTime::show)));
        routes.post("/cabinet/appointments/{location}/{appointment}/time", door.clients(with(newTime::update)));

        // All of them in the client's own calendar
        page(routes, "/cabinet/calendar", door.clients(calendar::show));
        routes.post("/cabinet/calendar", door.clients(calendar::create));
        routes.post("/cabinet/calendar/ending", door.clients(CalendarFeed.URL, calendar::end));
        routes.get("/cabinet/calendar/{secret}/appointments.ics", door.everybody(calendar::read));
    }

    private Door.Page with(BiConsumer<Context, OpenAppointment> page) {
        return (ctx, client, visitor) -> page.accept(ctx, appointments.open(ctx, client, visitor));
    }

    /** A page that can be returned to after signing in. */
    private void page(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        next.allow(path);
    }
}

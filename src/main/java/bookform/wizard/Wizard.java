package bookform.wizard;

import bookform.appointment.Cancellation;
import bookform.appointment.NewTime;
import bookform.appointment.OpenAppointment;
import bookform.booking.BookingApi;
import bookform.booking.EventApi;
import bookform.booking.FormStep.Kind;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Manifest;
import bookform.web.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiConsumer;

/** The public booking pages, one line per address. */
public final class Wizard {
    private final Assets assets;
    private final Manifest manifest;
    private final Walks walks;
    private final Repairs repairs;
    private final Map<Kind, Step> steps;
    private final PhoneCodeStep phoneCode;
    private final Visits visits;
    private final Confirmation confirmation;
    private final Cancellation cancellation;
    private final NewTime newTime;

    /** @param secret signs submit tokens; 32 bytes or more, the same on every instance */
    public Wizard(BookingApi api, EventApi events, Pages pages, Templates templates, Assets assets, byte[] secret, Clock clock) {
        var tokens = new SubmitTokens(secret, clock);
        var details = new DetailsStep(api, pages, templates, assets, tokens);
        this.assets = assets;
        manifest = new Manifest(assets);
        walks = new Walks(api, events);
        steps = Map.of(
                Kind.LOCATION, new LocationStep(api, pages, templates, assets, clock),
                Kind.SERVICE, new ServicesStep(api, pages, templates, assets),
                Kind.TEAM_MEMBER, new TeamMemberStep(api, pages, templates, assets, clock),
                Kind.TIME, new TimeSlotStep(api, pages, templates, assets, clock),
                Kind.EVENT, new EventStep(events, pages, templates, assets, clock),
                Kind.DETAILS, details);
        repairs = new Repairs(pages, walks, steps);
        var desk = new Desk(api, events);
        phoneCode = new PhoneCodeStep(api, desk, pages, templates, assets, walks, repairs, details, clock);
        visits = new Visits(api, desk, pages, walks, repairs, tokens, details, phoneCode,
                new Checking(pages, templates, assets));
        confirmation = new Confirmation(api, pages, templates, assets, clock);
        cancellation = new Cancellation(pages, templates, assets);
        newTime = new NewTime(api, pages, templates, clock);
    }

    public void add(RoutesConfig routes) {
        // The steps. A POST is the same page, carrying what was typed on the details.
        routes.get("/forms/{form}", this::first);
        step(routes, "/forms/{form}/locations", Kind.LOCATION);
        step(routes, "/forms/{form}/services", Kind.SERVICE);
        step(routes, "/forms/{form}/team-member", Kind.TEAM_MEMBER);
        step(routes, "/forms/{form}/time", Kind.TIME);
        step(routes, "/forms/{form}/events", Kind.EVENT);
        step(routes, "/forms/{form}/events/{event}", Kind.EVENT);
        step(routes, "/forms/{form}/details", Kind.DETAILS);

        // Booking. A GET of what only takes forms is a reload: the details are the page it came from.
        routes.post("/forms/{form}/phone-confirmations", phoneCode::create);
        routes.get("/forms/{form}/phone-confirmations", show(Kind.DETAILS));
        routes.post("/forms/{form}/visits", visits::create);
        routes.get("/forms/{form}/visits", show(Kind.DETAILS));

        // How it looks
        routes.get("/forms/{form}/theme/{file}", this::theme);
        routes.get("/forms/{form}/manifest.json", this::manifest);

        // Booked
        routes.get("/forms/{form}/visits/{appointment}/{hash}", confirmation::show);
        routes.get("/forms/{form}/visits/{appointment}/{hash}/calendar.ics", confirmation::calendar);
        routes.get("/forms/{form}/visits/{appointment}/{hash}/cancellation", with(cancellation::ask));
        routes.post("/forms/{form}/visits/{appointment}/{hash}/cancellation", with(cancellation::create));
        routes.get("/forms/{form}/visits/{appointment}/{hash}/time", with(newTime::show));
        routes.post("/forms/{form}/visits/{appointment}/{hash}/time", with(newTime::update));
        routes.get("/forms/{form}/visits/{appointment}/{hash}/again", confirmation::again);
    }

    private void manifest(Context ctx) {
        var walk = walks.start(ctx);
        manifest.show(ctx, walk.form(), walk.location());
    }

    private Handler with(BiConsumer<Context, OpenAppointment> page) {
        return ctx -> page.accept(ctx, confirmation.open(ctx));
    }

    private void theme(Context ctx) {
        assets.showTheme(ctx, walks.form(ctx).style());
    }

    private void step(RoutesConfig routes, String path, Kind kind) {
        routes.get(path, show(kind));
        routes.post(path, show(kind));
    }

    private void first(Context ctx) {
        var walk = walks.start(ctx);
        show(ctx, walk.entry().offered().isEventsAlone() ? Kind.EVENT : walk.flow().firstOpen(walk.selection()));
    }

    private Handler show(Kind kind) {
        return ctx -> show(ctx, kind);
    }

    private void show(Context ctx, Kind kind) {
        var walk = walks.to(kind, ctx);
        if (walk.obstacle().isPresent()) {
            repairs.turnBack(ctx, walk);
        } else {
            var gone = Flow.page(kind).equals(ctx.queryParam("gone"));
            steps.get(kind).show(ctx, walk, gone ? Repairs.gone(walk, kind) : "");
        }
    }
}

package bookform.wizard;

import bookform.booking.Event;
import bookform.booking.EventApi;
import bookform.booking.EventFilter;
import bookform.booking.FormStep.Kind;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;

/** Choose an event, from the list of those to come, and on its own page how many seats of it. */
final class EventStep implements Step {
    /** How far ahead one page of the list looks, at most. */
    private static final int DAYS = 92;

    private final EventApi events;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    EventStep(EventApi events, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.events = events;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public void show(Context ctx, Walk walk, String notice) {
        var event = walk.selection().seats().flatMap(seats -> events.findEvent(walk.location().id(), seats.event())).filter(Event::open);
        if (event.isPresent()) {
            var view = EventView.of(walk, event.get(), assets, notice);
            pages.show(ctx, view.frame().document(), templates.wizardEventStep(view));
        } else {
            var gone = notice.isEmpty() && walk.selection().seats().isPresent() ? walk.t().text("gone.events") : notice;
            list(ctx, walk.withSelection(walk.selection().without(Kind.EVENT)), gone);
        }
    }

    private void list(Context ctx, Walk walk, String notice) {
        var today = LocalDate.now(clock.withZone(walk.location().zone()));
        var first = walk.selection().when().date().filter(day -> day.isAfter(today)).orElse(today);
        var coming = events.events(walk.location().id(), EventFilter.between(first, first.plusDays(DAYS)));
        var view = EventsView.of(walk, coming, assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardEvents(view));
    }
}

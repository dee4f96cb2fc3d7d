package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.Choices;
import bookform.booking.Event;
import bookform.booking.EventApi;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.web.Incoming;
import bookform.web.Languages;
import bookform.web.SecurityHeaders;
import bookform.wizard.Walk.Entry;
import bookform.wizard.Walk.Offered;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/**
 * Leads a request to its step. Every choice made in an earlier step is asked about again, so a shared link, a page left open or a
 * changed price never leads to a booking that does not hold.
 */
final class Walks {
    private final BookingApi api;
    private final EventApi events;

    Walks(BookingApi api, EventApi events) {
        this.api = api;
        this.events = events;
    }

    /** The way to a step, with the steps before it looked at one by one until one of them does not hold. */
    Walk to(Kind target, Context ctx) {
        return onTo(target, start(target, ctx));
    }

    Walk onTo(Kind target, Walk walk) {
        for (var kind : walk.flow().before(target)) {
            if (!walk.selection().has(kind)) return walk.open(kind);
            walk = switch (kind) {
                case LOCATION, DETAILS -> walk;
                case EVENT -> pastEvent(walk);
                case SERVICE -> pastServices(walk);
                case TEAM_MEMBER -> pastTeamMember(walk);
                case TIME -> pastTime(walk);
            };
            if (walk.obstacle().isPresent()) return walk;
        }
        return walk;
    }

    /** The way before its first step: nothing has been looked at. */
    Walk start(Context ctx) {
        return start(Kind.DETAILS, ctx);
    }

    /** Whoever chose seats of an event is on the way of events, until they go to a step that those do not have. */
    private Walk start(Kind target, Context ctx) {
        var form = form(ctx);
        SecurityHeaders.allowFramesOn(ctx, form.sites());
        var asked = AskedSelection.of(ctx, form.id());
        var flow = target == Kind.EVENT || asked.has(Kind.EVENT) && target == Kind.DETAILS ? Flow.ofEvents(form) : new Flow(form);
        var selection = flow.withPresets(flow.has(Kind.EVENT) ? asked : asked.without(Kind.EVENT));
        var there = selection.location().filter(id -> form.chain().isPresent()).flatMap(id -> api.findBookingForm(form.id(), id));
        return start(ctx, there.orElse(form), flow, there.isPresent() ? selection : selection.without(Kind.LOCATION));
    }

    /** At a location of the form's chain; where none is chosen, or one that is not of it, at the form's own, which only gives its name. */
    private Walk start(Context ctx, BookingForm form, Flow flow, Selection selection) {
        var location = api.findLocation(form.location()).orElseThrow(NotFoundResponse::new);
        var t = Languages.choose(ctx, form.languages(), form.language(), api::texts);
        var entry = new Entry(form, location, flow, t, DetailsForm.from(ctx), offered(location.id()), api::isOutOfDate);
        return Walk.from(entry, selection);
    }

    private Offered offered(long location) {
        return new Offered(() -> events.hasEvents(location), () -> !api.services(location, Choices.NONE).services().isEmpty());
    }

    BookingForm form(Context ctx) {
        return Incoming.pathId(ctx, "form").flatMap(api::findBookingForm).orElseThrow(NotFoundResponse::new);
    }

    private Walk pastServices(Walk walk) {
        var choices = walk.flow().choicesBefore(Kind.SERVICE, walk.selection()).withServices(walk.services());
        return withChosen(walk, choices, Kind.SERVICE);
    }

    private Walk pastTeamMember(Walk walk) {
        var id = walk.selection().teamMember().orElseThrow();
        if (id == FormStep.ANY) return walk;
        var teamMember = api.findTeamMember(walk.location().id(), id);
        if (teamMember.isEmpty()) return walk.gone(Kind.TEAM_MEMBER);
        walk = walk.withTeamMember(teamMember.get());
        var choices = walk.flow().choicesBefore(Kind.TEAM_MEMBER, walk.selection()).withTeamMember(id);
        return choices.services().isEmpty() ? walk : withChosen(walk, choices, Kind.TEAM_MEMBER);
    }

    private Walk pastTime(Walk walk) {
        var choices = walk.flow().choicesBefore(Kind.TIME, walk.selection());
        var start = walk.selection().start().orElseThrow();
        var slot = api.timeSlots(walk.location().id(), choices, walk.startDate().orElseThrow()).stream()
                .filter(free -> free.start().equals(start)).findFirst();
        if (slot.isEmpty()) return walk.gone(Kind.TIME);
        return choices.services().isEmpty() ? walk : walk.withSlot(slot.get());
    }

    private Walk pastEvent(Walk walk) {
        var seats = walk.selection().seats().orElseThrow();
        var event = events.findEvent(walk.location().id(), seats.event()).filter(Event::open);
        if (event.isEmpty()) return walk.gone(Kind.EVENT);
        return event.get().freeSeats() < seats.count() ? walk.crowded() : walk.withEvent(event.get());
    }

    private Walk withChosen(Walk walk, Choices choices, Kind blamed) {
        var chosen = api.chosen(walk.location().id(), choices);
        return chosen.services().size() == choices.services().size() ? walk.withChosen(chosen) : walk.gone(blamed);
    }
}

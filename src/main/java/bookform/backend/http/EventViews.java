package bookform.backend.http;

import bookform.altegio.wire.Activity;
import bookform.altegio.wire.ActivityChoices.GroupService;
import bookform.altegio.wire.ActivityChoices.Leader;
import bookform.altegio.wire.ActivityChoices.Resource;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.ResourceInstance;
import bookform.altegio.wire.WireTime;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.store.Store;
import bookform.booking.Category;
import bookform.booking.Event;
import bookform.booking.Location;
import bookform.booking.TeamMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events, and what there are events of, in the words of the wire. */
final class EventViews {
    private final Store store;

    EventViews(Store store) {
        this.store = store;
    }

    Activity of(Call call, Location location, Event event) {
        return new Activity(event.id(), location.id(), event.service().id(), event.teamMember().id(),
                WireTime.local(event.start(), location.zone()), event.start().getEpochSecond(), (int) event.length().toSeconds(),
                event.capacity(), event.capacity() - event.freeSeats(), event.instructions(), service(call, event),
                staff(call, location, event.teamMember()),
                event.rooms().stream().map(room -> new ResourceInstance(room.id(), room.title(), room.resource())).toList());
    }

    /**
     * Those that the location has set up.
     *
     * @param teamMember who must lead them; empty for anybody
     * @param term part of the title
     */
    List<GroupService> services(long location, Optional<Long> teamMember, Optional<String> term) {
        var setup = store.locations().find(location).orElseThrow(Refusal::notFound);
        return setup.services().stream().filter(OfferedService::isForGroups)
                .filter(service -> term.isEmpty() || lower(service.title()).contains(lower(term.get())))
                .map(service -> service(setup, service))
                .filter(service -> teamMember.isEmpty() || service.staff().stream().anyMatch(leader -> leader.id() == teamMember.get()))
                .toList();
    }

    private static GroupService service(LocationSetup setup, OfferedService service) {
        var category = setup.categories().stream().filter(one -> one.id() == service.category()).map(Category::title).findFirst();
        var leaders = setup.teamMembers().stream().flatMap(person -> person.skills().stream()
                .filter(skill -> skill.service() == service.id())
                .map(skill -> new Leader(person.id(), person.name(), (int) skill.duration().toSeconds()))).toList();
        return new GroupService(service.id(), service.title(), service.capacity(), Prices.number(service.price().min()),
                Prices.number(service.price().max()), true, new Activity.Category(service.category(), category.orElse("")), leaders,
                setup.resources().stream().filter(resource -> service.resources().contains(resource.id()))
                        .map(resource -> new Resource(resource.id(), resource.title(), setup.location().id())).toList());
    }

    private static Activity.Service service(Call call, Event event) {
        var service = event.service();
        return new Activity.Service(service.id(), service.category(), service.title(), Prices.number(service.price().min()),
                Prices.number(service.price().max()), service.comment(), service.image().map(call::absolute).orElse(""),
                new Activity.Category(event.category().id(), event.category().title()));
    }

    private static Activity.Staff staff(Call call, Location location, TeamMember member) {
        var photo = member.photo().map(call::absolute).orElse("");
        var position = Optional.of(member.position()).filter(title -> !title.isBlank())
                .map(title -> new RecordView.Position(People.position(title), title));
        return new Activity.Staff(member.id(), location.id(), member.name(), member.specialization(), position,
                member.rating().isPresent() ? 1 : 0, People.stars(member), People.votes(member), photo, photo, People.votes(member));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

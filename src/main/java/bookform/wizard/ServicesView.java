package bookform.wizard;

import bookform.booking.FormStep.Kind;
import bookform.booking.Service;
import bookform.booking.ServiceMenu;
import bookform.web.Assets;
import bookform.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code templates/wizard/servicesStep.jte} prints.
 *
 * @param action where ticked services lead
 * @param here this step's own address, asked again on every tick
 * @param fields the other choices, which travel along as hidden fields
 * @param nothing why there is nothing to tick after what was chosen before; empty where there is, or where nothing can be booked at all
 * @param phone whom to call then; may be empty
 */
public record ServicesView(Frame frame, List<Group> groups, String action, String here, List<Map.Entry<String, String>> fields,
        Optional<SummaryView> summary, String nothing, String phone) {
    /** A category and its services. */
    public record Group(String id, String title, List<Item> services) {}

    /** @param possible false when nobody does this together with what is ticked already */
    public record Item(long id, String title, String facts, String price, Optional<String> image, boolean chosen, boolean possible) {}

    static ServicesView of(Walk walk, ServiceMenu menu, List<Group> groups, Assets assets, String notice) {
        var ticked = walk.services().stream().flatMap(id -> menu.find(id).stream()).toList();
        var base = "/forms/" + walk.form().id() + "/";
        var frame = Frame.around(walk, Kind.SERVICE, assets, notice).withCarrier(walk.carriesDetails() ? "services" : "")
                .offering(menu.services());
        var closed = groups.isEmpty() && frame.back().isEmpty();
        return new ServicesView(closed ? frame.leadingNowhere(walk.t().text("services.empty")) : frame, groups,
                base + Flow.page(walk.flow().next(Kind.SERVICE, walk.selection())), base + Flow.page(Kind.SERVICE),
                walk.selection().fieldsBesidesServices(), SummaryView.of(walk, Kind.SERVICE, ticked),
                groups.isEmpty() && !closed ? walk.t().text("gone.services") : "", closed ? walk.location().phone() : "");
    }

    /**
     * @param chosen what is ticked
     * @param addable what can be ticked together with it
     */
    static List<Group> groups(Texts t, ServiceMenu menu, List<Long> chosen, ServiceMenu addable, Assets assets) {
        var ticked = Set.copyOf(chosen);
        var possible = addable.services().stream().map(Service::id).collect(Collectors.toSet());
        return menu.categories().stream()
                .map(category -> new Group("category-" + category.id(), category.title(),
                        menu.in(category).stream().map(service -> item(t, service, ticked, possible, assets)).toList()))
                .filter(group -> !group.services().isEmpty())
                .toList();
    }

    private static Item item(Texts t, Service service, Set<Long> chosen, Set<Long> possible, Assets assets) {
        var duration = service.duration().map(t::duration).orElse("");
        var comment = Texts.isolated(service.comment());
        var facts = service.comment().isBlank() ? duration : duration.isEmpty() ? comment : duration + " · " + comment;
        var isChosen = chosen.contains(service.id());
        return new Item(service.id(), service.title(), facts, price(t, service), service.image().map(assets::picture), isChosen,
                isChosen || possible.contains(service.id()));
    }

    private static String price(Texts t, Service service) {
        var price = service.price();
        if (price.max().minor() == 0) return t.text("price.free");
        return price.isFixed() ? t.money(price.min()) : t.text("price.from", "price", t.money(price.min()));
    }
}

package bookform.bench;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.booking.Category;
import bookform.booking.PriceRange;
import bookform.booking.Service;
import bookform.booking.Tracking;
import bookform.templates.StaticTemplates;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.LanguageLink;
import bookform.web.Look;
import bookform.web.OurLanguages;
import bookform.web.Shared;
import bookform.web.Texts;
import bookform.wizard.Frame;
import bookform.wizard.Frame.Ground;
import bookform.wizard.Frame.Place;
import bookform.wizard.Frame.Way;
import bookform.wizard.ServicesView;
import bookform.wizard.ServicesView.Group;
import bookform.wizard.ServicesView.Item;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demo's services step, byte for byte, rendered from a view that is made once: what the same template costs when nothing is asked
 * and nothing worked out. It is sent in one write.
 */
public final class ConstantPage {
    private final Texts t = Texts.in(Locale.ENGLISH);
    private final Assets assets = new Assets();
    private final Templates templates = new StaticTemplates();
    private final ServicesView view = view(DemoLocation.setup(LocalDate.now(DemoLocation.ZONE)));

    public void show(Context ctx) throws IOException {
        var html = new Utf8ByteOutput();
        templates.layoutPage(view.frame().document(), false, ctx.scheme() + "://" + ctx.host(), assets, "",
                templates.wizardServicesStep(view)).writeTo(html);
        var bytes = html.toByteArray();
        ctx.contentType("text/html; charset=utf-8");
        ctx.res().setContentLength(bytes.length);
        ctx.res().getOutputStream().write(bytes);
    }

    private ServicesView view(LocationSetup setup) {
        var groups = setup.categories().stream()
                .map(category -> new Group("category-" + category.id(), category.title(), offered(setup, category)
                        .map(service -> item(setup, service)).toList()))
                .filter(group -> !group.services().isEmpty()).toList();
        var form = "/forms/" + DemoLocation.PLAIN_FORM;
        var languages = LanguageLink.all(Texts.in(Locale.ENGLISH), OurLanguages.ALL, tag -> form + "/services?lang=" + tag);
        var ground =
                new Ground(t, assets, Look.PLAIN, Tracking.NONE, setup.location().title(), new Place("services", 1, 4), "", false, null);
        var ways = List.of(new Way(t.text("cabinet.appointments"), form + "/services", true),
                new Way(t.text("events.heading"), form + "/events", false));
        var frame = new Frame(ground, t.text("services.heading"), "", languages, "", ways,
                Optional.of(new Shared(setup.forms().getFirst(), setup.location(), Locale.ENGLISH, services(setup))));
        return new ServicesView(frame, groups, form + "/team-member", form + "/services", List.of(), Optional.empty(), "", "");
    }

    private static List<Service> services(LocationSetup setup) {
        return setup.categories().stream()
                .flatMap(category -> offered(setup, category))
                .map(service -> new Service(service.id(), service.category(), service.title(), price(setup, service),
                        Optional.of(service.duration()), service.comment(), service.image()))
                .toList();
    }

    private static Stream<OfferedService> offered(LocationSetup setup, Category category) {
        return setup.services().stream()
                .filter(service -> service.category() == category.id() && service.online() && !service.isForGroups());
    }

    private Item item(LocationSetup setup, OfferedService service) {
        var range = price(setup, service);
        var price = range.isFixed() ? t.money(range.min()) : t.text("price.from", "price", t.money(range.min()));
        return new Item(service.id(), service.title(), t.duration(service.duration()) + " · \u2068" + service.comment() + "\u2069", price,
                service.image().map(assets::picture), false, true);
    }

    private static PriceRange price(LocationSetup setup, OfferedService service) {
        var prices = setup.teamMembers().stream().flatMap(person -> person.skills().stream())
                .filter(skill -> skill.service() == service.id()).map(LocationSetup.Skill::price).toList();
        return new PriceRange(prices.stream().map(PriceRange::min).min((one, other) -> one.compareTo(other)).orElseThrow(),
                prices.stream().map(PriceRange::max).max((one, other) -> one.compareTo(other)).orElseThrow());
    }
}

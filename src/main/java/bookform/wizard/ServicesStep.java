package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.Choices;
import bookform.booking.FormStep.Kind;
import bookform.booking.ServiceMenu;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import bookform.web.Texts;
import bookform.wizard.ServicesView.Group;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tick one or more services. */
final class ServicesStep implements Step {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;

    /**
     * The rows of menus before anything is ticked. A booking system hands out the same menu again and again, and most of this page is
     * its rows, which then differ by language alone.
     */
    private final Cache<ServiceMenu, Map<Texts, List<Group>>> unticked = Caffeine.newBuilder().weakKeys().build();

    ServicesStep(BookingApi api, Pages pages, Templates templates, Assets assets) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
    }

    @Override
    public void show(Context ctx, Walk walk, String notice) {
        walk = walk.withSelection(walk.flow().withTicked(walk.selection()));
        var narrowed = walk.flow().choicesBefore(Kind.SERVICE, walk.selection());
        var menu = api.services(walk.location().id(), narrowed);
        var held = walk.services().stream().filter(id -> menu.find(id).isPresent()).toList();
        walk = walk.withSelection(walk.selection().withServices(held));
        var groups = held.isEmpty() ? unticked(walk.t(), menu) : ticked(walk, menu, narrowed.withServices(held));
        var view = ServicesView.of(walk, menu, groups, assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardServicesStep(view));
    }

    private List<Group> unticked(Texts t, ServiceMenu menu) {
        return unticked.get(menu, unknown -> new ConcurrentHashMap<>()).computeIfAbsent(t,
                language -> ServicesView.groups(language, menu, List.of(), menu, assets));
    }

    private List<Group> ticked(Walk walk, ServiceMenu menu, Choices held) {
        return ServicesView.groups(walk.t(), menu, held.services(), api.services(walk.location().id(), held), assets);
    }
}

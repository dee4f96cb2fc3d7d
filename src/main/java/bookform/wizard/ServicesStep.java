package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.FormStep.Kind;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.util.List;

/** Tick one or more services. */
final class ServicesStep implements Step {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;

    ServicesStep(BookingApi api, Pages pages, Templates templates, Assets assets) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
    }

    @Override public void show(Context ctx, Walk walk, String notice) {
        walk = withPreset(walk);
        var narrowed = walk.flow().choicesBefore(Kind.SERVICE, walk.selection());
        var menu = api.services(walk.location().id(), narrowed);
        var held = walk.services().stream().filter(id -> menu.find(id).isPresent()).toList();
        walk = walk.withSelection(walk.selection().withServices(held));
        var addable = held.isEmpty() ? menu : api.services(walk.location().id(), narrowed.withServices(held));
        var view = ServicesView.of(walk, menu, addable, assets, notice);
        pages.show(ctx, walk.t(), view.frame().tabTitle(), templates.wizardServicesStep(view));
    }

    /** A service that the form ticks beforehand stays ticked until the client has chosen something. */
    private static Walk withPreset(Walk walk) {
        var preset = walk.flow().step(Kind.SERVICE).preset().filter(id -> id > 0);
        return walk.services().isEmpty() && preset.isPresent() ? walk.withSelection(walk.selection().withServices(List.of(preset.get()))) : walk;
    }
}

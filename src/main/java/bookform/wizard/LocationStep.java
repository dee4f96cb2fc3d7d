package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;

/** Choose where, on forms of chains. */
final class LocationStep implements Step {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    LocationStep(BookingApi api, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public void show(Context ctx, Walk walk, String notice) {
        var locations = api.locations(walk.form().chain().orElseThrow());
        var view = LocationView.of(walk, locations, clock.instant(), assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardLocationStep(view));
    }
}

package bookform.widget;

import bookform.booking.BookingApi;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Incoming;
import bookform.web.Languages;
import bookform.web.Pages;
import bookform.web.SecurityHeaders;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.Optional;

/** {@code GET /forms/{form}/embed}: every embed code of a form, a preview, and what would be wrong on a site. */
final class SnippetsPage {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;

    SnippetsPage(BookingApi api, Pages pages, Templates templates, Assets assets) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
    }

    void show(Context ctx) {
        SecurityHeaders.allowPreview(ctx);
        var form = Incoming.pathId(ctx, "form").flatMap(api::findBookingForm).orElseThrow(NotFoundResponse::new);
        var location = api.findLocation(form.location()).orElseThrow(NotFoundResponse::new);
        var t = Languages.choose(ctx, form.languages(), form.language(), api::texts);
        var own = URI.create(pages.origin(ctx));
        var site = Optional.ofNullable(ctx.queryParam("site")).orElse("");
        var view = SnippetsView.of(t, assets, form, location.title(), own, site);
        pages.show(ctx, t, t.text("embed.heading") + " · " + location.title(), templates.widgetSnippets(view));
    }
}

package bookform.wizard;

import bookform.booking.FormStep.Kind;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;

/**
 * What a client sees whose booking may or may not have been made: that we are finding out, and that nobody should book it again. The
 * page asks by itself, where it can, and by a button everywhere.
 */
final class Checking {
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;

    Checking(Pages pages, Templates templates, Assets assets) {
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
    }

    void show(Context ctx, Walk walk, String token) {
        var title = walk.t().text("checking.heading");
        var frame = Frame.around(walk, Kind.DETAILS, assets, "").withCarrier("checking").withTitle(title).withBack("").withoutLanguages();
        var view = new CheckingView(frame, walk.selection().url("visits"), token, walk.location().phone());
        pages.show(ctx.status(202), frame.document(), templates.wizardChecking(view));
    }
}

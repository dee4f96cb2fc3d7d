package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.Consent;
import bookform.booking.FormStep.Kind;
import bookform.booking.PrivacyPolicy;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Who comes: name, phone, and what else the business asks for. */
final class DetailsStep implements Step {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final SubmitTokens tokens;

    DetailsStep(BookingApi api, Pages pages, Templates templates, Assets assets, SubmitTokens tokens) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.tokens = tokens;
    }

    @Override
    public void show(Context ctx, Walk walk, String notice) {
        show(ctx, walk, tokens.issue(walk.form().id()), Map.of(), notice);
    }

    /**
     * The page that was sent, again, under its address: a reload asks for the details anew.
     *
     * @param token that of the page that was sent; another one stands for another booking
     */
    void showAgain(Context ctx, Walk walk, String token, Map<String, String> errors, String notice) {
        ctx.header("HX-Replace-Url", walk.url(Kind.DETAILS));
        show(ctx, walk, token, errors, notice);
    }

    private void show(Context ctx, Walk walk, String token, Map<String, String> errors, String notice) {
        var view = DetailsView.of(walk, token, errors, policy(walk), assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardDetailsStep(view));
    }

    /** What is wrong with what was typed, field to message key. */
    Map<String, String> errors(Walk walk) {
        return walk.typed().errors(walk.form(), walk.location(), policy(walk));
    }

    /** What was said to the boxes of the form. */
    Consent consent(Walk walk) {
        return policy(walk).map(shown -> Consent.to(shown, walk.typed().agreesTo(shown))).orElse(Consent.NONE);
    }

    private Optional<PrivacyPolicy> policy(Walk walk) {
        return walk.form().privacyPolicy() ? api.findPrivacyPolicy(walk.location().id()).filter(policy -> !policy.text().isBlank())
                : Optional.empty();
    }
}

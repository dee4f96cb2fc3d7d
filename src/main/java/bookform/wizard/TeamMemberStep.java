package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.FormStep.Kind;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;

/** Choose who does it, or leave it open. */
final class TeamMemberStep implements Step {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    TeamMemberStep(BookingApi api, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public void show(Context ctx, Walk walk, String notice) {
        var people = api.teamMembers(walk.location().id(), walk.flow().choicesBefore(Kind.TEAM_MEMBER, walk.selection()));
        var today = LocalDate.now(clock.withZone(walk.location().zone()));
        var view = TeamMemberView.of(walk, people, today, assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardTeamMemberStep(view));
    }
}

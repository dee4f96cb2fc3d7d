package bookform.wizard;

import bookform.booking.BookingForm.Caption;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.TeamMember;
import bookform.web.Assets;
import bookform.web.SafeHtml;
import bookform.web.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code templates/wizard/teamMemberStep.jte} prints.
 *
 * @param any the way on without a preference; empty where the location wants one, or nobody is free
 * @param nobody why there are no people for what was chosen; empty where there are, or where nothing can be booked at all
 * @param phone whom to call then; empty where another choice helps
 */
public record TeamMemberView(Frame frame, Optional<Any> any, List<Person> people, String nobody, String phone,
        Optional<SummaryView> summary) {
    /** Whoever is free. */
    public record Any(String url, String soon, boolean chosen) {}

    /**
     * Somebody to choose.
     *
     * @param url empty for people without free time
     * @param stars {@code 4.8}; empty when they are not rated
     */
    public record Person(String name, String initial, String caption, Optional<String> photo, String stars, String votes, String soon,
            SafeHtml information,
            String url, boolean chosen) {}

    static TeamMemberView of(Walk walk, List<TeamMember> people, LocalDate today, Assets assets, String notice) {
        var next = people.stream().flatMap(person -> person.nextFreeDate().stream()).min(LocalDate::compareTo);
        var any = walk.location().anyTeamMember() && people.size() > 1 && people.stream().anyMatch(TeamMember::bookable)
                ? Optional.of(new Any(url(walk, FormStep.ANY), soon(walk.t(), next, today),
                        walk.selection().teamMember().filter(id -> id == FormStep.ANY).isPresent()))
                : Optional.<Any>empty();
        var frame = Frame.around(walk, Kind.TEAM_MEMBER, assets, notice);
        var closed = people.isEmpty() && walk.services().isEmpty() && walk.selection().start().isEmpty();
        return new TeamMemberView(closed ? frame.leadingNowhere(walk.t().text("services.empty")) : frame, any,
                people.stream().map(person -> person(walk, person, today, assets)).toList(),
                people.isEmpty() && !closed ? walk.t().text("team_member.empty") : "", closed ? walk.location().phone() : "",
                SummaryView.of(walk, Kind.TEAM_MEMBER, walk.chosen().services()));
    }

    private static Person person(Walk walk, TeamMember person, LocalDate today, Assets assets) {
        var t = walk.t();
        var caption = walk.form().caption() == Caption.POSITION ? person.position() : person.specialization();
        return new Person(person.name(),
                person.name().substring(0, person.name().offsetByCodePoints(0, Math.min(1, person.name().length()))), caption,
                person.photo().map(assets::picture),
                person.rating().map(rating -> t.stars(rating.stars())).orElse(""),
                person.rating().map(rating -> t.plural("team_member.votes", rating.votes())).orElse(""),
                person.bookable() ? soon(t, person.nextFreeDate(), today) : t.text("team_member.no_free_time"),
                SafeHtml.of(person.information()),
                person.bookable() ? url(walk, person.id()) : "", walk.selection().teamMember().filter(id -> id == person.id()).isPresent());
    }

    private static String url(Walk walk, long teamMember) {
        var selection = walk.selection().withTeamMember(Optional.of(teamMember));
        return selection.url(Flow.page(walk.flow().next(Kind.TEAM_MEMBER, selection)));
    }

    /** Words for the next free day; none when there is none. */
    static String soon(Texts t, Optional<LocalDate> next, LocalDate today) {
        return next.map(date -> {
            if (date.equals(today)) return t.text("team_member.free_today");
            if (date.equals(today.plusDays(1))) return t.text("team_member.free_tomorrow");
            return t.text("team_member.free_from", "date", t.date(date));
        }).orElse("");
    }
}

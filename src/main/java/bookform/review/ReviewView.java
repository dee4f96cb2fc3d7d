package bookform.review;

import bookform.booking.Appointment;
import bookform.booking.Review;
import bookform.booking.ReviewedVisit;
import bookform.booking.TeamMember;
import bookform.web.Assets;
import bookform.web.LanguageLink;
import bookform.web.OurLanguages;
import bookform.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@code templates/review/review.jte} prints: the form, or, once it was sent, what it said.
 *
 * @param what the services and when that was, as far as it is told
 * @param stars to choose from, the best last
 * @param said what the client said; empty where the booking system does not show it
 * @param rating of the team member, {@code 4.8}, and by how many; both empty when there is none
 * @param currency sign of a tip; empty where none can be given
 * @param tipUrl where to pay the tip that was just promised
 * @param errors field name to sentence
 */
public record ReviewView(Texts t, String salon, String title, String action, List<LanguageLink> languages, String teamMember,
        Optional<String> photo, String what, boolean reviewed, List<Star> stars, ReviewForm typed, Optional<Said> said, String rating,
        String votes, String currency, Optional<String> tipUrl, Map<String, String> errors) {
    /** @param name what it means, {@code 4 of 5} */
    public record Star(int number, String name, boolean chosen) {}

    /** @param stars {@code ★★★★☆} */
    public record Said(String stars, String name, String text) {}

    static ReviewView of(Texts t, String action, ReviewedVisit visit, TeamMember member, Optional<Review> said, ReviewForm typed,
            Map<String, String> errors, Assets assets) {
        var appointment = visit.appointment();
        var location = appointment.location();
        var title = t.text(visit.reviewed() ? "review.thanks" : "review.heading");
        return new ReviewView(t, location.title(), title, action,
                LanguageLink.all(t, OurLanguages.ALL, tag -> action.replaceFirst("\\?.*", "") + "?lang=" + tag), member.name(),
                appointment.teamMember().photo().or(member::photo).map(assets::picture), what(t, appointment), visit.reviewed(),
                stars(t, typed),
                typed, said.map(review -> said(t, review)), member.rating().map(rating -> t.stars(rating.stars())).orElse(""),
                member.rating().map(rating -> t.plural("team_member.votes", rating.votes())).orElse(""),
                visit.takesTips() ? location.currency().getSymbol(t.locale()) : "", visit.tipUrl(),
                errors.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, error -> t.text(error.getValue()))));
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** For the browser's tab. */
    public String tabTitle() {
        return title + " · " + salon;
    }

    private static String what(Texts t, Appointment appointment) {
        var when = t.date(appointment.start().atZone(appointment.location().zone()).toLocalDate());
        return appointment.what().isEmpty() ? t.capital(when) : Texts.isolated(appointment.what()) + " · " + when;
    }

    private static List<Star> stars(Texts t, ReviewForm typed) {
        return IntStream.rangeClosed(1, Review.MOST_STARS)
                .mapToObj(number -> new Star(number, of(t, number), typed.stars().equals(Integer.toString(number))))
                .toList();
    }

    private static Said said(Texts t, Review review) {
        return new Said("★".repeat(review.stars()) + "☆".repeat(Review.MOST_STARS - review.stars()), of(t, review.stars()),
                review.text());
    }

    private static String of(Texts t, int stars) {
        return t.text("review.of", "n", stars, "most", Review.MOST_STARS);
    }
}

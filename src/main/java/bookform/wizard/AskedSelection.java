package bookform.wizard;

import bookform.booking.FormStep;
import bookform.booking.Style.Theme;
import bookform.calendar.AskedDates;
import bookform.web.Incoming;
import bookform.wizard.Selection.Manner;
import bookform.wizard.Selection.Seats;
import bookform.wizard.Selection.When;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a {@link Selection} from the path and the query of a request and, for forms that post their choices, from the body. What cannot be
 * read counts as not chosen; of what is there twice, the address wins.
 */
record AskedSelection(Map<String, String> path, Map<String, List<String>> query, Map<String, List<String>> body) {
    private static final int MOST_SERVICES = 20;
    private static final long MOST_SEATS = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");

    static Selection of(Context ctx, long form) {
        var posted = ctx.method().name().equals("POST") ? ctx.formParamMap() : Map.<String, List<String>>of();
        return new AskedSelection(ctx.pathParamMap(), ctx.queryParamMap(), posted).selection(form);
    }

    private Selection selection(long form) {
        return new Selection(form,
                first("location").flatMap(AskedSelection::id),
                all("service").flatMap(text -> id(text).stream()).distinct().limit(MOST_SERVICES).toList(),
                first("teamMember").flatMap(AskedSelection::teamMember),
                new When(first("date").flatMap(AskedDates::day), first("month").flatMap(AskedDates::month),
                        first("start").flatMap(AskedDates::start)),
                first("event").flatMap(AskedSelection::id).map(event -> new Seats(event, seats())),
                new Manner(first("lang").filter(tag -> LANGUAGE.matcher(tag).matches()), first("theme").flatMap(Theme::find)));
    }

    private int seats() {
        return first("seats").flatMap(AskedSelection::id).filter(count -> count <= MOST_SEATS).map(Long::intValue).orElse(1);
    }

    /** Altegio's sign for any team member is understood, too. */
    private static Optional<Long> teamMember(String text) {
        return text.equals("any") || text.equals(Long.toString(FormStep.ANY)) ? Optional.of(FormStep.ANY) : id(text);
    }

    private static Optional<Long> id(String text) {
        return Incoming.id(text).filter(id -> id > 0);
    }

    private Optional<String> first(String name) {
        return all(name).findFirst();
    }

    private Stream<String> all(String name) {
        return Stream.of(Stream.ofNullable(path.get(name)), query.getOrDefault(name, List.of()).stream(),
                body.getOrDefault(name, List.of()).stream()).flatMap(Function.identity());
    }
}

package bookform.cabinet;

import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.BookingUnavailable;
import bookform.booking.Location;
import bookform.web.Incoming;
import bookform.web.Languages;
import bookform.web.OurLanguages;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out where a visitor comes from and what they read: from the address, else from a cookie that remembers the last form and
 * language, {@code 1.de}, and names nobody.
 */
final class Visitors {
    private static final String COOKIE = "__Host-visit";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Pattern KEPT = Pattern.compile("([0-9]{0,18})\\.([A-Za-z]{0,3})");

    private final BookingApi api;
    private final boolean loyalty;

    /** @param loyalty whether the booking system has cards to show */
    Visitors(BookingApi api, boolean loyalty) {
        this.api = api;
        this.loyalty = loyalty;
    }

    Visitor of(Context ctx) {
        var kept = Optional.ofNullable(ctx.cookie(COOKIE)).map(KEPT::matcher).filter(Matcher::matches);
        var form = asked(ctx, "form").flatMap(this::form).or(() -> kept.flatMap(cookie -> form(cookie.group(1))));
        var language = asked(ctx, "lang").flatMap(Visitors::spoken).or(() -> kept.flatMap(cookie -> spoken(cookie.group(2))));
        if (ctx.queryParam("form") != null || ctx.queryParam("lang") != null) remember(ctx, form, language);
        var places = places(form);
        return new Visitor(Languages.choose(ctx, language, api::texts), form.map(BookingForm::id), places.stream().findFirst(),
                places.size() == 1 ? places.getFirst().title() : "", loyalty);
    }

    /** Speaks the language to this browser from now on, until an address says another one. */
    static void speak(Context ctx, Visitor visitor, Locale language) {
        Cookies.set(ctx, COOKIE, visitor.formNumber() + "." + language.getLanguage(), REMEMBERED);
    }

    private static Optional<String> asked(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).or(() -> Optional.ofNullable(ctx.formParam(name)));
    }

    private static Optional<String> spoken(String tag) {
        return Optional.of(Locale.forLanguageTag(tag)).filter(OurLanguages::include).map(Locale::getLanguage);
    }

    private static void remember(Context ctx, Optional<BookingForm> form, Optional<String> language) {
        var value = form.map(known -> Long.toString(known.id())).orElse("") + "." + language.orElse("");
        if (!value.equals(ctx.cookie(COOKIE)) && !value.equals(".")) Cookies.set(ctx, COOKIE, value, REMEMBERED);
    }

    private Optional<BookingForm> form(String number) {
        return Incoming.id(number).flatMap(this::form);
    }

    private Optional<BookingForm> form(long form) {
        try {
            return api.findBookingForm(form);
        } catch (BookingUnavailable notNow) {
            return Optional.empty();
        }
    }

    /** The form's location; where there is none, the first of the business. */
    private List<Location> places(Optional<BookingForm> form) {
        try {
            return form.isPresent() ? api.findLocation(form.get().location()).stream().toList() : api.locations(2);
        } catch (BookingUnavailable notNow) {
            return List.of();
        }
    }
}

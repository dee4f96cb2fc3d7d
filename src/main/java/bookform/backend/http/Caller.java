package bookform.backend.http;

import bookform.booking.Sender;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** Where a call comes from, and what whoever made it reads. */
final class Caller {
    private static final int LONGEST_LANGUAGES = 500;

    private Caller() {}

    static String address(Context ctx) {
        var address = sender(ctx).address();
        return address.isEmpty() ? ctx.ip() : address;
    }

    static Sender sender(Context ctx) {
        return Sender.of(ctx.ip(), ctx.header("X-Forwarded-For"));
    }

    /** The language that they would like best; empty when they do not say. */
    static Optional<Locale> language(Context ctx) {
        var header = ctx.header("Accept-Language");
        if (header == null || header.isBlank() || header.length() > LONGEST_LANGUAGES) return Optional.empty();
        try {
            return Locale.LanguageRange.parse(header).stream().filter(range -> range.getWeight() > 0 && !range.getRange().equals("*"))
                    .map(range -> Locale.forLanguageTag(range.getRange())).filter(locale -> !locale.getLanguage().isEmpty()).findFirst();
        } catch (IllegalArgumentException notALanguageList) {
            return Optional.empty();
        }
    }
}

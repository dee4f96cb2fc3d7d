package bookform.web;

import bookform.booking.LanguageCodes;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which language to answer in. */
public final class Languages {
    /** What browsers send hardly differs, and reading it takes longer than the rest of a small page. */
    private static final Cache<String, List<Locale>> READ = Caffeine.newBuilder().maximumSize(1_000).build();

    private static final int LONGEST = 500;

    /** What the page is written in, once that is known; an error on the way is told in it, too. */
    private static final String SPOKEN = "language";

    private Languages() {}

    /**
     * What the address asks for, else the first that the browser reads, else {@code fallback}; only ever one of {@code offered}, and
     * English where we do not speak that.
     *
     * @param others messages in the booking system's own words, which win
     */
    public static Texts choose(Context ctx, List<Locale> offered, Locale fallback, Function<Locale, Map<String, String>> others) {
        var asked = Optional.ofNullable(ctx.queryParam("lang")).or(() -> Optional.ofNullable(ctx.formParam("lang")));
        return inTheirWords(choose(ctx, asked, offered, fallback), others);
    }

    /**
     * Where a page ends in an error: the language that it was to be in. Before that was known, any that we speak; the body is left alone
     * then: what went wrong may be that it cannot be read.
     */
    public static Texts choose(Context ctx) {
        return choose(ctx, Optional.<String>ofNullable(ctx.attribute(SPOKEN)).or(() -> Optional.ofNullable(ctx.queryParam("lang"))));
    }

    /** Any language that we speak: the one that is asked for, else the first that the browser reads. */
    public static Texts choose(Context ctx, Optional<String> asked) {
        return choose(ctx, asked, OurLanguages.ALL, OurLanguages.ALL.getFirst());
    }

    /** As {@link #choose(Context, Optional)}; the booking system's own words win. */
    public static Texts choose(Context ctx, Optional<String> asked, Function<Locale, Map<String, String>> others) {
        return inTheirWords(choose(ctx, asked), others);
    }

    private static Texts choose(Context ctx, Optional<String> asked, List<Locale> offered, Locale fallback) {
        var texts = Texts.in(asked.flatMap(tag -> match(LanguageCodes.locale(tag), offered))
                .or(() -> accepted(ctx.header("Accept-Language"), offered))
                .orElse(fallback));
        ctx.attribute(SPOKEN, texts.language());
        return texts;
    }

    private static Texts inTheirWords(Texts ours, Function<Locale, Map<String, String>> others) {
        return ours.with(others.apply(ours.locale()));
    }

    /** Any language that we speak, for whom hardly anything is known of; either may be null. */
    static Texts choose(String asked, String accepted) {
        return Texts.in(Optional.ofNullable(asked).flatMap(tag -> match(LanguageCodes.locale(tag), OurLanguages.ALL))
                .or(() -> accepted(accepted, OurLanguages.ALL))
                .orElse(OurLanguages.ALL.getFirst()));
    }

    private static Optional<Locale> accepted(String header, List<Locale> offered) {
        if (header == null || header.length() > LONGEST) return Optional.empty();
        return READ.get(header, Languages::read).stream().flatMap(locale -> match(locale, offered).stream()).findFirst();
    }

    /** The best first; none when this is no list of languages. */
    private static List<Locale> read(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException notALanguageList) {
            return List.of();
        }
    }

    private static Optional<Locale> match(Locale wanted, List<Locale> offered) {
        return offered.stream().filter(OurLanguages::include).filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }
}

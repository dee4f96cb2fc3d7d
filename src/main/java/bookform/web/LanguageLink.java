package bookform.web;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** One language to read the same page in. */
public record LanguageLink(String code, String name, String direction, String url, boolean current) {
    /**
     * A link for each of {@code offered} that we speak; none where there is no choice.
     *
     * @param url the same page in the language of a tag
     */
    public static List<LanguageLink> all(Texts t, List<Locale> offered, UnaryOperator<String> url) {
        var spoken = offered.stream().filter(OurLanguages::include).toList();
        if (spoken.size() < 2) return List.of();
        return spoken.stream()
                .map(locale -> new LanguageLink(locale.toLanguageTag(), OurLanguages.nameOf(locale), OurLanguages.directionOf(locale),
                        url.apply(locale.toLanguageTag()), locale.equals(t.locale())))
                .toList();
    }
}

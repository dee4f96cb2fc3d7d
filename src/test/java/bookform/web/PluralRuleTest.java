package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counted words, after the samples of whole numbers that Unicode CLDR 48 gives for every form. */
class PluralRuleTest {
    private static final String SAMPLES = """
            en bg de et hu ka kk | one 1 | other 0 2 3 11 21 100 101 1000000
            hy | one 0 1 | other 2 11 21 100 101
            fr | one 0 1 | many 1000000 3000000 | other 2 16 100 1001 1000001
            es it | one 1 | many 1000000 3000000 | other 0 2 16 100 1001 1000001
            ro | one 1 | few 0 2 16 19 101 119 1001 | other 20 21 35 100 120 1000
            cs | one 1 | few 2 3 4 | other 0 5 11 19 22 100 102 1000
            pl | one 1 | few 2 3 4 22 23 24 32 102 1002 | many 0 5 11 12 13 14 19 21 25 101 112 1000
            hr | one 1 21 31 101 1001 | few 2 3 4 22 24 102 | other 0 5 11 12 14 19 25 100 111 112 1000
            uk | one 1 21 31 101 1001 | few 2 3 4 22 24 102 | many 0 5 11 12 14 19 25 100 111 112 1000
            lt | one 1 21 31 101 1001 | few 2 9 22 29 102 | other 0 10 11 12 19 20 30 100 111 1000
            lv | zero 0 10 11 12 19 20 30 100 111 1000 | one 1 21 31 101 1001 | other 2 9 22 29 102
            ar | zero 0 | one 1 | two 2 | few 3 10 103 110 1003 | many 11 26 99 111 1011 | other 100 102 200 1000
            he | one 1 | two 2 | other 0 3 17 20 21 100 1000000
            """;

    static Stream<Locale> languages() {
        return OurLanguages.ALL.stream();
    }

    @Test
    void everyLanguageCountsAsItDoes() {
        var sampled = new HashSet<String>();
        for (var line : SAMPLES.lines().toList()) {
            var parts = line.split(" \\| ");
            for (var language : parts[0].split(" ")) {
                var rule = PluralRule.of(language);
                var categories = Arrays.stream(parts).skip(1).map(part -> part.split(" ")[0]).collect(Collectors.toSet());
                assertEquals(Set.copyOf(rule.categories()), categories, language);
                for (var part : List.of(parts).subList(1, parts.length)) {
                    var words = part.split(" ");
                    for (var number : List.of(words).subList(1, words.length))
                        assertEquals(words[0], rule.category(Long.parseLong(number)), language + " " + number);
                }
                sampled.add(language);
            }
        }
        assertEquals(languages().map(Locale::getLanguage).collect(Collectors.toSet()), sampled);
    }

    /** A form that fits one number alone may say it in a word, "two services" or the dual; any other needs its digits. */
    @ParameterizedTest @MethodSource("languages")
    void aFormForSeveralNumbersSaysWhich(Locale language) {
        var rule = PluralRule.of(language.getLanguage());
        Map<String, Long> numbers = LongStream.concat(LongStream.rangeClosed(0, 200), LongStream.of(1_000_000, 2_000_000)).boxed()
                .collect(Collectors.groupingBy(rule::category, TreeMap::new, Collectors.counting()));
        Texts.in(language).messages().forEach((key, message) -> {
            var category = key.substring(key.lastIndexOf('.') + 1);
            if (isCounted(key) && numbers.get(category) > 1) assertTrue(message.contains("{n}"), language + " " + key + " = " + message);
        });
    }

    private static boolean isCounted(String key) {
        var stem = key.substring(0, key.lastIndexOf('.'));
        return Texts.in(Locale.ENGLISH).keys().contains(stem + ".other");
    }
}

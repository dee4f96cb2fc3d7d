package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeWaitTest {
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00.4Z");

    @ParameterizedTest
    @CsvSource({"en,30,You can ask for another code in 30 seconds.", "en,1,You can ask for another code in 1 second.",
            "en,60,You can ask for another code in 60 seconds.", "en,61,You can ask for another code in 2 minutes.",
            "en,300,You can ask for another code in 5 minutes.", "lt,31,Naujo kodo galėsite prašyti po 31 sekundės.",
            "pl,22,O nowy kod możesz poprosić za 22 sekundy.", "ar,120,يمكنك طلب رمز جديد بعد دقيقتين."})
    void saysTheRest(String language, long seconds, String sentence) {
        var wait = CodeWait.of(Texts.in(Locale.of(language)), Duration.ofSeconds(seconds), NOW);
        assertEquals(sentence, wait.sentence().replace('\u00a0', ' '));
    }

    @Test
    void saysNothingWhereThereIsNothingToWaitForOrItIsForAnotherDay() {
        var t = Texts.in(Locale.ENGLISH);
        for (var wait : new Duration[] {Duration.ZERO, Duration.ofSeconds(-5), Duration.ofHours(2)}) {
            assertEquals(0, CodeWait.of(t, wait, NOW).seconds(), wait.toString());
            assertEquals("", CodeWait.of(t, wait, NOW).sentence());
        }
    }

    /** What a browser counts down with is what the server says. */
    @Test
    void everyLanguageHasEveryForm() {
        for (var language : OurLanguages.ALL) {
            var t = Texts.in(language);
            for (var seconds = 1; seconds <= 3_600; seconds++) {
                var wait = CodeWait.of(t, Duration.ofSeconds(seconds), NOW);
                var n = seconds <= 60 ? seconds : (seconds + 59) / 60;
                var said = wait.forms().values().stream().map(form -> form.replace("{n}", Integer.toString(n))).toList();
                assertTrue(said.contains(wait.sentence()), language + ": " + wait.sentence());
                assertFalse(wait.sentence().contains("{"), wait.sentence());
            }
        }
    }
}

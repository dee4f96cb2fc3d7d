package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.OtherServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final AtomicLong clock = new AtomicLong();
    private final Queue<Runnable> aside = new ArrayDeque<>();
    private final OtherServer server = new OtherServer("http://127.0.0.1:1");
    private Upstream upstream;
    private Wording wording;

    @BeforeEach
    void start() {
        upstream = new Upstream(new Transport(new AltegioAccount(URI.create(server.url()), "demo", AltegioAccount.MOST_CALLS)),
                new Patience(System::nanoTime), new Pacer(new Limit(AltegioAccount.MOST_CALLS), SharedText.own()), new Breaker(clock::get));
        wording = new Wording(upstream, clock::get, aside::add);
        server.answers("i18n/en-US", "{\"back\": \"Go back\"}").answers("i18n/ee-EE", "{\"back\": \"Tagasi\"}");
    }

    @AfterEach
    void stop() {
        upstream.close();
        server.close();
    }

    @Test
    void nobodyWaits() {
        assertEquals(Map.of(), wording.in(Locale.ENGLISH), "nothing is known yet");
        assertEquals(1, asked());
        assertEquals(Map.of("step.back", "Go back"), wording.in(Locale.UK));
        assertEquals(0, asked(), "once for all countries");
    }

    @Test
    void eachLanguageHasItsOwnWords() {
        known(Locale.ENGLISH);
        assertEquals(Map.of("step.back", "Tagasi"), known(Locale.of("et")));
        assertEquals(Map.of("step.back", "Go back"), wording.in(Locale.ENGLISH));
    }

    @Test
    void oneQuestionAtATime() {
        for (var i = 0; i < 100; i++) wording.in(Locale.ENGLISH);
        assertEquals(1, asked());
    }

    @Test
    void asksAgainOnceADayAndGivesOutWhatItHasMeanwhile() {
        known(Locale.ENGLISH);
        server.answers("i18n/en-US", "{\"back\": \"Return\"}");
        pass(Duration.ofDays(1).minusNanos(1));
        wording.in(Locale.ENGLISH);
        assertEquals(0, asked());
        pass(Duration.ofNanos(1));
        assertEquals(Map.of("step.back", "Go back"), wording.in(Locale.ENGLISH));
        assertEquals(1, asked());
        assertEquals(Map.of("step.back", "Return"), wording.in(Locale.ENGLISH));
    }

    @Test
    void keepsWhatItHasWhenTheAnswerIsLost() {
        known(Locale.ENGLISH);
        server.fails("i18n/en-US");
        pass(Duration.ofDays(1));
        assertEquals(Map.of("step.back", "Go back"), known(Locale.ENGLISH));
        wording.in(Locale.ENGLISH);
        assertEquals(0, asked(), "not at once");
        server.answers("i18n/en-US", "{\"back\": \"Return\"}");
        pass(Duration.ofMinutes(10));
        assertEquals(Map.of("step.back", "Return"), known(Locale.ENGLISH));
    }

    @Test
    void whatTheyDoNotSpeakIsNotAskedFor() {
        assertEquals(Map.of(), known(Locale.JAPANESE));
        assertEquals(0, asked());
    }

    private Map<String, String> known(Locale language) {
        wording.in(language);
        asked();
        return wording.in(language);
    }

    /** Lets come what was asked for meanwhile, and counts it. */
    private int asked() {
        var asked = 0;
        for (; !aside.isEmpty(); asked++) aside.remove().run();
        return asked;
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

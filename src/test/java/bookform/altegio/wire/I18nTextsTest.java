package bookform.altegio.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bookform.backend.DemoServer;
import bookform.web.OurLanguages;
import bookform.web.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class I18nTextsTest {
    @Test
    void readsWhatWeSayToo() {
        assertEquals(Map.of("step.back", "Zurück", "time.heading", "Wann denn?", "details.name_required", "Wie heißen Sie?"),
                ours("""
                        {"back": " Zurück ", "header": {"choose_time": "Wann denn?", "login": "Anmelden"}, "Jan": "Januar",
                         "confirm": {"errors": {"name": {"required": "Wie heißen Sie?"}}}, "footer": [], "steps": null}"""));
    }

    @Test
    void takesAWordAloneForAllItsForms() {
        assertEquals(Map.of("summary.team_member", "Barber"), ours("{\"steps\": {\"staff\": \"Barber\"}}"));
        assertEquals(Map.of("summary.team_member", "Barber"),
                ours("{\"steps\": {\"staff\": {\"nominative\": \"Barber\", \"genitive\": \"barber\"}}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "\"Off. <br> Sorry.\"", "\"Hello <%- name %>\"", "\"{name}\"", "\"Tom &amp; Ann\"",
            "\"one\\ntwo\"", "7", "null", "true", "[]", "[\"Back\"]", "{}", "{\"back\": \"Back\"}"})
    void leavesOutWhatIsNoPlainWords(String text) {
        assertEquals(Map.of(), ours("{\"back\": " + text + "}"));
    }

    @Test
    void leavesOutWhatIsTooLong() {
        assertEquals(Map.of("step.back", "x".repeat(100)), ours("{\"back\": \"" + "x".repeat(100) + "\"}"));
        assertEquals(Map.of(), ours("{\"back\": \"" + "x".repeat(101) + "\"}"));
    }

    @ParameterizedTest @ValueSource(strings = {"[]", "{}", "null", "\"texts\"", "12", "{\"confirm\": \"texts\"}"})
    void somethingElseSaysNothing(String json) {
        assertEquals(Map.of(), ours(json));
    }

    @Test
    void standsForMessagesThatCanBeSaidInOtherWords() {
        var messages = Texts.in(Locale.ENGLISH).messages();
        I18nTexts.PLACES.keySet().forEach(key -> assertFalse(messages.get(key).contains("{"), key));
    }

    /** What our own server says to it are our own words, so pages on it say the same as pages on the engine itself. */
    @Test
    void ourServerSaysOurWords(@TempDir Path folder) throws Exception {
        try (var server = DemoServer.start(folder); var http = HttpClient.newHttpClient()) {
            for (var language : OurLanguages.ALL) {
                var code = Language.of(language).orElseThrow().codeOfTexts();
                var messages = Texts.in(language).messages();
                var expected = I18nTexts.PLACES.keySet().stream().collect(Collectors.toMap(key -> key, messages::get));
                assertEquals(expected, ours(answer(http, URI.create(server.url() + "/i18n/" + code))), code);
            }
        }
    }

    private static String answer(HttpClient http, URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer demo").build(), BodyHandlers.ofString()).body();
    }

    private static Map<String, String> ours(String json) {
        return I18nTexts.ours(WireJson.answers().readTree(json));
    }
}

package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.wire.Bookform;
import bookform.altegio.wire.WireJson;
import bookform.booking.Color;
import bookform.booking.Style;
import bookform.booking.Tracking;
import bookform.support.CapturedLog;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an account's form looks, as its {@code style} says. */
class StylesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\"style\": []", "\"style\": null", "\"style\": {}", "\"style\": \"red\"",
            "\"style\": {\"primaryPalette\": 7, \"logo\": []}",
            "\"style\": {\"show_header\": true, \"logo\": \"\", \"primaryPalette\": \"teal\", \"backgroundPalette\": \"white\", \"header_background_new\": []}"})
    void whoChoseNothingGetsOurs(String style) {
        assertEquals(Style.PLAIN, style(style));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "primaryPalette: deep-purple                                             | 673ab7",
            "primaryPalette: deep-purple, main_color: '#1c84c6'                      | 1c84c6",
            "main_color: 1C84C6                                                      | 1c84c6",
            "main_color: '#1c84c6', buttons_color: f80                               | ff8800",
            "main_color: '#1c84c6', buttons_color: none                              | 1c84c6",
    })
    void theAccentIsThatOfTheButtons(String fields, String accent) {
        assertEquals(Color.find(accent), style("\"style\": {" + quoted(fields) + "}").accent());
    }

    @ParameterizedTest
    @CsvSource({"black,#000000", "pink,#fdedf3"})
    void thePageIsTheLightestOfItsPalette(String palette, String page) {
        assertEquals(page, style("\"style\": {\"backgroundPalette\": \"" + palette + "\"}").background().orElseThrow().hex());
    }

    @Test
    void picturesAreThoseOfTheHeaderWhereItIsShown() {
        var pictures =
                "\"logo\": \"https://a.example/l.png\", \"header_background\": \"https://a.example/h.jpg\", \"menu_background\": \"/m.jpg\"";
        var shown = style("\"style\": {\"show_header\": 1, " + pictures + "}");
        assertEquals(Optional.of("https://a.example/l.png"), shown.logo());
        assertEquals(Optional.of("https://a.example/h.jpg"), shown.header());
        assertEquals(Style.PLAIN, style("\"style\": {\"show_header\": false, " + pictures + "}"));
        assertEquals(Optional.of("https://a.example/n.jpg"),
                style("\"style\": {\"show_header\": true, \"header_background_new\": {\"sm\": \"https://a.example/s.jpg\", \"norm\": \"https://a.example/n.jpg\"}}")
                        .header());
        assertEquals(Optional.empty(), style("\"style\": {\"show_header\": true, \"logo\": \"javascript:alert(1)\"}").logo());
    }

    @Test
    void whatIsNoColourAndNoIdIsPassedOverAndSaid() {
        try (var log = CapturedLog.start()) {
            assertEquals(Style.PLAIN, style("\"style\": {\"main_color\": \"rgb(1,2,3)\\nforged\"}"));
            assertTrue(String.join("\n", log.lines()).contains("Form 77 has a colour that is none: rgb(1,2,3)?forged"),
                    String.join("\n", log.lines()));
            assertEquals(Tracking.NONE, Styles.tracking(form("\"google_analytics_id\": \"<script>\", \"facebook_pixel_id\": \"\"")));
            assertTrue(String.join("\n", log.lines()).contains("Form 77 is counted under an id that is none: <script>"),
                    String.join("\n", log.lines()));
        }
    }

    @Test
    void idsAreThoseOfTheForm() {
        assertEquals(new Tracking(Optional.of("G-AB12CD34"), Optional.of("1234567890")),
                Styles.tracking(form("\"google_analytics_id\": \"G-AB12CD34\", \"facebook_pixel_id\": 1234567890")));
    }

    private static Style style(String field) {
        return Styles.of(form(field));
    }

    private static Bookform form(String field) {
        return WireJson.answers().readValue("{\"id\": 77, \"company_id\": 42" + (field.isEmpty() ? "" : ", " + field) + "}",
                Bookform.class);
    }

    private static String quoted(String fields) {
        return fields.replaceAll("([a-zA-Z_]+): '?([^',]+?)'?(,|$)", "\"$1\": \"$2\"$3");
    }
}

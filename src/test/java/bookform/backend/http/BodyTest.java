package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers travel: compressed, not at all when the caller has them already, and without their bodies when only that is asked. */
class BodyTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);
    private static final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        http.shutdownNow();
        app.close();
    }

    @ParameterizedTest @ValueSource(strings = {"/countries", "/book_services/1", "/openapi.json"})
    void whatIsLongIsCompressedForThoseWhoReadThat(String path) throws Exception {
        var plain = get(path);
        var zipped = get(path, "Accept-Encoding", "br, gzip");
        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertEquals(String.valueOf(zipped.body().length), header(zipped, "Content-Length"));
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
        assertTrue(zipped.body().length < plain.body().length / 2);
        assertEquals("", header(plain, "Content-Encoding"));
        assertEquals("", header(get(path, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"));
        for (var answer : List.of(plain, zipped)) assertTrue(header(answer, "Vary").contains("Accept-Encoding"));
    }

    @Test
    void whatIsShortIsNot() throws Exception {
        assertEquals("", header(get("/validation/validate_phone/+37061234567", "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    @ParameterizedTest @ValueSource(strings = {"/countries", "/references/business_groups_with_types", "/i18n/en-US", "/openapi.json"})
    void whatSeldomChangesIsSentOnce(String path) throws Exception {
        var first = get(path);
        assertTrue(header(first, "Cache-Control").matches("private, max-age=(3600|86400)"), header(first, "Cache-Control"));
        var tag = header(first, "ETag");
        for (var known : List.of(tag, "\"x\", " + tag, tag.substring(2), "*")) {
            var again = get(path, "If-None-Match", known);
            assertEquals("304 0 " + tag, again.statusCode() + " " + again.body().length + " " + header(again, "ETag"), known);
        }
        assertEquals(200, get(path, "If-None-Match", "W/\"another\"").statusCode());
    }

    /** The two formats, and two languages, are not the same. */
    @Test
    void theTagIsOfWhatIsSent() throws Exception {
        var bare = header(get("/countries"), "ETag");
        assertNotEquals(bare, header(get("/countries", "Accept", ApiCalls.VENDOR), "ETag"));
        assertNotEquals(bare, header(get("/countries", "Accept-Language", "de"), "ETag"));
    }

    @Test
    void whatClientsDoIsNeverKept() {
        for (var path : List.of("/book_times/1/0/2026-11-24", "/book_dates/1", "/companies", "/bookform/1", "/i18n/xx-XX")) {
            assertEquals("no-store", api.get(path).header("Cache-Control"), path);
            assertEquals("", api.get(path).header("ETag"), path);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"/book_services/1", "/book_services/1/", "/countries", "/nothing", "/book_services/99",
            "/booking/user/data", "/book_record/1", "/openapi.json"})
    void theHeadIsThatOfTheWholeAnswer(String path) {
        for (var calls : List.of(api, api.bare(), api.as(""))) {
            var whole = calls.get(path);
            var head = calls.send("HEAD", path, null);
            assertEquals("", head.body());
            assertEquals(whole.status(), head.status(), path);
            for (var name : List.of("Content-Type", "Content-Length", "Cache-Control", "ETag", "Access-Control-Allow-Origin", "Allow"))
                assertEquals(whole.header(name), head.header(name), name + " of " + path);
        }
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = app.request("/api/v1" + path, headers).header("Authorization", "Bearer demo");
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

package bookform.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.RunningApp;
import bookform.transfer.Coding;
import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /assets/{file}}. */
class AssetsTest {
    private static final RunningApp app = RunningApp.start();
    private static final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        http.shutdownNow();
        app.close();
    }

    @Test
    void everythingAPageLoadsIsThereAndMayBeKeptForAYear() throws Exception {
        var page = app.get("/forms/1/team-member?service=1").html();
        var urls = page.select("link[href], script[src], img[src]").stream()
                .map(element -> element.attr(element.hasAttr("src") ? "src" : "href").replaceFirst("#.*", "")).distinct().toList();
        assertEquals(4, urls.size(), urls.toString());
        for (var url : urls) {
            assertTrue(url.matches("/assets/[a-z]+\\.[0-9a-f]{12}\\.(css|js|svg)"), url);
            var answer = get(url, "identity");
            assertEquals(200, answer.statusCode(), url);
            assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
            assertEquals("Accept-Encoding", header(answer, "Vary"));
            assertEquals("cross-origin", header(answer, "Cross-Origin-Resource-Policy"));
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
            assertTrue(header(answer, "Content-Type").matches("(text/css|text/javascript|image/svg\\+xml).*"),
                    header(answer, "Content-Type"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookform.css", "cabinet.css", "review.css"})
    void stylesheetsAreAsTheBuildSqueezedThem(String name) {
        var source = Asset.read("/static/" + name);
        var squeezed = Asset.built(Asset.hash(source) + ".css");
        assertTrue(squeezed.isPresent(), "or each start squeezes it again");
        assertEquals(squeezed.get(), Asset.style(name));
        assertTrue(source.contains("/*") && !squeezed.get().contains("/*"));
    }

    @Test
    void isCompressedForThoseWhoCan() throws Exception {
        var url = app.get("/forms/1").html().expectFirst("script[src]").attr("src");
        var plain = get(url, "identity");
        var zipped = get(url, "gzip, deflate");
        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertEquals("", header(plain, "Content-Encoding"));
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
        assertTrue(zipped.body().length < plain.body().length / 2);
    }

    /** The build made them; on a machine for which there is no encoder it could not. */
    @Test
    void isSmallerStillForThoseWhoReadBrotli() throws Exception {
        assumeTrue(Brotli4jLoader.isAvailable());
        var urls = new ArrayList<>(List.of("/embed.js", "/widgetJS"));
        for (var asset : new Assets().all()) if (!asset.name().endsWith(".png")) urls.add("/assets/" + asset.hashedName());
        for (var url : urls) {
            var gzip = get(url, "gzip");
            var brotli = get(url, "gzip, deflate, br, zstd");
            assertEquals("br", header(brotli, "Content-Encoding"), url);
            assertArrayEquals(get(url, "identity").body(), Decoder.decompress(brotli.body()).getDecompressedData(), url);
            assertTrue(brotli.body().length < gzip.body().length, url);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "br;q=0, gzip; q=0.0", "brx, xgzip", "identity", "*"})
    void whoDoesNotWantItCompressedGetsItPlain(String accepted) throws Exception {
        assertEquals("", header(get(app.get("/forms/1").html().expectFirst("script[src]").attr("src"), accepted), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip,br;q=0.5", "br;q=1.0,identity", "gzip;q=0, br"})
    void whoWantsBrotliMaySaySoInManyWays(String accepted) {
        assertTrue(Coding.BROTLI.isAccepted(accepted));
    }

    @Test
    void withoutItsHashItIsKeptForMinutesOnly() throws Exception {
        var answer = get("/assets/bookform.css", "identity");
        assertEquals(200, answer.statusCode());
        assertEquals("public, max-age=300", header(answer, "Cache-Control"));
    }

    @Test
    void anythingElseIsNotThere() throws Exception {
        for (var name : List.of("nothing.css", "bookform.000000000000.css", "..%2fmessages%2fen.properties", "%2e%2e/logging.properties",
                "bookform.css.", ".", "logging.properties", "a%00.css")) {
            var answer = get("/assets/" + name, "identity");
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, name + ": " + answer.statusCode());
            assertFalse(header(answer, "Cache-Control").contains("31536000"), name);
        }
    }

    @Test
    void picturesOfOthersKeepTheirAddress() {
        var assets = new Assets();
        assertEquals("https://example.com/a.png", assets.picture("https://example.com/a.png"));
        assertEquals("/assets/unknown.png", assets.picture("/assets/unknown.png"));
        assertTrue(assets.picture("/assets/demo.svg#anna").matches("/assets/demo\\.[0-9a-f]{12}\\.svg#anna"));
    }

    private static HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(app.url() + path)).header("Accept-Encoding", encoding).build(),
                BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.booking.EventApi;
import bookform.support.Wait;
import bookform.templates.StaticTemplates;
import bookform.web.Assets;
import bookform.web.ErrorPages;
import bookform.web.Pages;
import bookform.web.WaysOn;
import bookform.wizard.Wizard;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** reliability.md D (e): Altegio is down, and pages show what is kept and say that they do; times they never show. */
class OutOfDateTest {
    private static final String SERVICES = "/forms/1";
    private static final String TIMES = "/forms/1/time?service=1&teamMember=any";

    @TempDir Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private DemoServer salon;
    private FaultyProxy proxy;
    private Altegio altegio;
    private Javalin pages;

    @BeforeEach
    void start() {
        salon = DemoServer.start(folder);
        proxy = new FaultyProxy(salon.url());
        var texts = new ConcurrentHashMap<String, SharedText>();
        altegio = new Altegio(new AltegioAccount(proxy.url(), "demo", AltegioAccount.MOST_CALLS), salon.clock(), SharedText.own(),
                new Ledger(name -> texts.computeIfAbsent(name, unknown -> SharedText.own()), new byte[32]),
                new Patience(System::nanoTime), (patience, old) -> new CaffeineMemory(clock::get, patience, old));
        pages = pages();
    }

    @AfterEach
    void stop() throws IOException {
        http.shutdownNow();
        pages.stop();
        altegio.close();
        proxy.close();
        salon.close();
    }

    @Test
    void whatIsKeptIsShownWithOneQuietSentence() throws Exception {
        assertEquals("", sentence(get(SERVICES)), "it is fresh");
        get(TIMES);
        goDown();
        pass(Lifetime.SERVICES.ageing());
        var page = get(SERVICES);
        assertEquals(200, page.statusCode());
        assertTrue(html(page).text().contains("Haircut"));
        assertEquals("The booking system does not answer at the moment. What you see may be out of date.", sentence(page));
        assertEquals("Das Buchungssystem antwortet gerade nicht. Was Sie sehen, ist vielleicht nicht mehr aktuell.",
                sentence(get(SERVICES + "?lang=de")));
        proxy.works();
        pass(Duration.ofSeconds(2));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Wait.until(() -> sentence(get(SERVICES)).isEmpty()); // the address is fetched anew beside the page
        }, "it is back");
    }

    @Test
    void timesAreNotThere() throws Exception {
        get(TIMES);
        goDown();
        pass(Lifetime.TIMES.fresh());
        assertEquals(503, get(TIMES).statusCode());
    }

    @Test
    void afterADayThereIsNothingToShow() throws Exception {
        get(SERVICES);
        goDown();
        pass(Lifetime.SERVICES.stale());
        var page = get(SERVICES);
        assertEquals(503, page.statusCode());
        assertFalse(html(page).text().contains("Haircut"));
    }

    private void goDown() {
        proxy.does(TransportFault.TRUNCATED_14, "");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pages.port() + path)).build(), BodyHandlers.ofString());
    }

    private static String sentence(HttpResponse<String> page) {
        return html(page).select("p[role=status]").text();
    }

    private static Document html(HttpResponse<String> page) {
        return Jsoup.parse(page.body());
    }

    private Javalin pages() {
        var templates = new StaticTemplates();
        var assets = new Assets();
        var layout = new Pages(templates, assets, Optional.empty());
        return Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.concurrency.useVirtualThreads = true;
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = 0;
            javalin.routes.before(ctx -> altegio.beginPage());
            new ErrorPages(layout, templates, new WaysOn(altegio.bookings(), assets)).add(javalin.routes);
            new Wizard(altegio.bookings(), EventApi.NONE, layout, templates, assets, new byte[32], salon.clock()).add(javalin.routes);
        }).start();
    }
}

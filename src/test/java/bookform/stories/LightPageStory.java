package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a visitor does not notice: little to load, nothing that moves, a quiet console. */
class LightPageStory extends BrowserStory {
    private static final int MOST_BYTES = 30_000;
    private static final int MOST_REQUESTS = 5;
    private static final int MOST_BYTES_TO_BOOK = 60_000;
    private static final int MOST_REQUESTS_TO_BOOK = 16;

    /** Adds up what moves by itself, as browsers report it to their makers. */
    private static final String WATCH_SHIFTS = """
            window.shifted = 0;
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value })
                .observe({ type: "layout-shift", buffered: true });""";

    /** What came over the wire. */
    private record Loaded(String url, String cacheControl, boolean fromCache, long bytes) {}

    @Test
    void theFirstViewIsSmallAndTheSecondLoadsThePageAlone() {
        var loaded = watchTheWire();
        page.navigate(PLAIN);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var first = List.copyOf(loaded.values());
        var sum = first.stream().mapToLong(Loaded::bytes).sum();
        System.out.println("First view of " + PLAIN + ": " + sum + " bytes in " + first.size() + " requests");
        for (var each : first) System.out.println("  %6d  %s".formatted(each.bytes(), each.url().substring(app.url().length())));
        assertTrue(sum <= MOST_BYTES, sum + " bytes");
        assertTrue(first.size() <= MOST_REQUESTS, first.size() + " requests");
        for (var each : first.subList(1, first.size())) {
            assertTrue(each.url().matches(".*/assets/[a-z]+\\.[0-9a-f]{12}\\.[a-z]+(#.*)?"), each.url());
            assertEquals("public, max-age=31536000, immutable", each.cacheControl(), each.url());
        }

        loaded.clear();
        page.navigate(PLAIN + "/services");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(List.of(app.url() + PLAIN + "/services"),
                loaded.values().stream().filter(each -> !each.fromCache()).map(Loaded::url).toList());
    }

    @Test
    void aWholeBookingIsLight() {
        var loaded = watchTheWire();
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var all = loaded.values().stream().filter(each -> !each.fromCache()).toList();
        var sum = all.stream().mapToLong(Loaded::bytes).sum();
        System.out.println("A whole booking: " + sum + " bytes in " + all.size() + " requests");
        for (var each : all) System.out.println("  %6d  %s".formatted(each.bytes(), each.url().substring(app.url().length())));
        assertTrue(sum <= MOST_BYTES_TO_BOOK, sum + " bytes");
        assertTrue(all.size() <= MOST_REQUESTS_TO_BOOK, all.size() + " requests");
    }

    @Test
    void nothingMovesOnAnyStep() {
        page.addInitScript(WATCH_SHIFTS);
        var steps = new LinkedHashMap<String, String>();
        new Tour(page, app::code, state -> {
            if (!state.startsWith("code") && !state.endsWith("errors")) steps.put(state, path());
            staysPut(state);
        }).walk("en");
        steps.forEach((state, address) -> {
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            staysPut(state + ", opened afresh");
        });
    }

    @Test
    void theConsoleIsQuietDuringAWholeBooking() {
        var said = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            // The browser's own line for an answer of 4xx, which an error page and a rejected form are.
            if (message.type().equals("error")
                    && !message.text().matches("Failed to load resource: the server responded with a status of 4[0-9]{2} .*"))
                said.add(message.text());
        });
        page.onPageError(said::add);
        new Tour(page, app::code, state -> {}).walk("en");
        assertEquals(List.of(), said);
    }

    private void staysPut(String state) {
        var shifted = ((Number) page.evaluate("window.shifted")).doubleValue();
        assertTrue(shifted < 0.01, state + " moved by " + shifted);
    }

    private Map<String, Loaded> watchTheWire() {
        var loaded = new LinkedHashMap<String, Loaded>();
        var cached = new HashSet<String>();
        var cdp = visitor.newCDPSession(page);
        cdp.send("Network.enable");
        cdp.on("Network.requestServedFromCache", event -> cached.add(event.get("requestId").getAsString()));
        cdp.on("Network.responseReceived", event -> {
            var id = event.get("requestId").getAsString();
            var response = event.getAsJsonObject("response");
            var fromCache = cached.contains(id) || response.get("fromDiskCache").getAsBoolean();
            loaded.put(id, new Loaded(response.get("url").getAsString(), header(response, "cache-control"), fromCache, 0));
        });
        cdp.on("Network.loadingFinished", event -> loaded.computeIfPresent(event.get("requestId").getAsString(),
                (id, before) -> new Loaded(before.url(), before.cacheControl(), before.fromCache(),
                        event.get("encodedDataLength").getAsLong())));
        return loaded;
    }

    private static String header(JsonObject response, String name) {
        return response.getAsJsonObject("headers").entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getAsString()).findFirst().orElse("");
    }
}

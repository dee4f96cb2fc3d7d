package bookform.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Frame;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in a frame on somebody else's site, in a browser that lets frames keep no cookies. */
class FramedStory extends BrowserStory {
    private static final String FRAME = "booking";

    private final List<String> cookies = new ArrayList<>();
    private HttpServer hostSite;

    @BeforeEach
    void aSiteOfAnotherOrigin() throws IOException {
        hostSite = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        hostSite.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var html = "<!doctype html><title>A salon</title><h2>Book with us</h2><iframe name=" + FRAME + " src=\"" + app.url() + path
                    + "\" width=360 height=700></iframe>";
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(html.getBytes(StandardCharsets.UTF_8));
            }
        });
        hostSite.start();
        var restriction = new JsonObject();
        restriction.addProperty("enableThirdPartyCookieRestriction", true);
        visitor.newCDPSession(page).send("Network.setCookieControls", restriction);
        page.onResponse(response -> response.headersArray().stream().filter(header -> header.name.equalsIgnoreCase("set-cookie"))
                .forEach(header -> cookies.add(header.value)));
    }

    @AfterEach
    void closeTheSite() {
        hostSite.stop(0);
    }

    @Override
    void open(String address) {
        page.navigate("http://127.0.0.1:" + hostSite.getAddress().getPort() + address);
    }

    @Override
    Frame here() {
        return page.frame(FRAME);
    }

    @Test
    void aClientBooksInsideTheFrame() {
        choosesUpToTheDetails(PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        somebodyElseBooksIt();
        press("Book");
        sees("This time has just been taken.");
        chooseAnyTime();
        typedIs("Name", "Vera");
        press("Book");
        isOn("You are booked");
        hasTheLookOfAFrame();
        keepsNoCookie();
    }

    @Test
    void aClientBooksWithACodeInsideTheFrameAndCancels() {
        choosesUpToTheDetails(WITH_CODE, "Boris");
        fillDetails("Vera", "612 00 001");
        tick("I agree to the privacy policy");
        press("Continue: code");
        isOn("Confirm your phone");
        fill("Code", app.code("+37061200001"));
        press("Confirm and book");
        isOn("You are booked");
        press("Cancel the appointment");
        isOn("Cancel this appointment?");
        press("Cancel the appointment");
        isOn("Your appointment is cancelled");
        keepsNoCookie();
    }

    private void hasTheLookOfAFrame() {
        assertThat(here().locator("html")).hasClass(Pattern.compile("\\bframed\\b"));
        assertThat(here().locator("body")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
    }

    private void keepsNoCookie() {
        assertEquals(List.of(), cookies);
        assertEquals(List.of(), visitor.cookies());
    }
}

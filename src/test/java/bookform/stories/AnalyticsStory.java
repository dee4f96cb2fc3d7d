package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Tracking;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form with the ids of Google Analytics and Meta Pixel, on a site that says what may be counted. */
class AnalyticsStory extends BrowserStory {
    private static final List<String> VENDORS = List.of("https://www.googletagmanager.com", "https://connect.facebook.net");

    /** The site's own libraries, as far as they are asked: they keep what they are told. */
    private static final String OWN = "<script>window.sent = []; for (const name of ['gtag', 'fbq']) "
            + "window[name] = (...said) => sent.push([name, ...said]);</script>";

    private final List<String> requests = new ArrayList<>();
    private HostSite site;

    @BeforeEach
    void aFormWithIds() {
        site = new HostSite(VENDORS.toArray(String[]::new));
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var ids = new Tracking(Optional.of("G-AB12CD34"), Optional.of("123456789"));
        app.app().store().locations()
                .replace(setup.withForms(List.of(setup.forms().getFirst().withTracking(ids), setup.forms().getLast())));
        for (var vendor : VENDORS)
            page.route(vendor + "/**", route -> route.fulfill(new FulfillOptions().setContentType("text/javascript").setBody("")));
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void closeTheSite() {
        site.close();
    }

    @Override
    Frame here() {
        page.waitForCondition(() -> page.frames().stream().anyMatch(frame -> frame.url().contains("/forms/")));
        return page.frames().stream().filter(frame -> frame.url().contains("/forms/")).findFirst().orElseThrow();
    }

    @Test
    void nothingIsLoadedOrSentWithoutAYes() {
        for (var consent : List.of("", "data-consent=denied")) {
            visit(OWN, consent);
            books();
            assertEquals(List.of(), sent());
        }
        assertEquals(List.of(), counting());
    }

    @Test
    void theSitesOwnLibrariesAreToldOfEachStepAndOfOneBooking() {
        visit(OWN, "data-consent=granted");
        books();
        comesTrue("sent.some((each) => each.includes('purchase'))");
        assertEquals(List.of("config", "select_item", "begin_checkout", "init", "InitiateCheckout", "purchase", "Schedule"), names());
        var purchase = said("purchase");
        assertEquals(
                List.of("G-AB12CD34", "EUR",
                        List.of(Map.of("item_id", "1", "item_name", "Haircut", "price", purchase.get("value"), "quantity", 1))),
                List.of(purchase.get("send_to"), purchase.get("currency"), purchase.get("items")));
        var id = purchase.get("transaction_id").toString();
        assertTrue(id.matches("1-[0-9]+"), id);
        assertTrue(((Number) purchase.get("value")).doubleValue() > 0, purchase.toString());
        assertEquals(List.of("fbq", "trackSingle", "123456789", "Schedule"), sent().getLast().subList(0, 4));
        assertEquals(Map.of("eventID", "bookform-" + id), sent().getLast().get(5));
        assertFalse(sent().toString().contains("Vera") || sent().toString().contains("612"), sent().toString());

        here().evaluate("location.reload()");
        isOn("You are booked");
        page.evaluate("Bookform.open({form: 1})"); // tells something, after whatever the reload told
        page.frameLocator("dialog iframe").getByText("Beard trim").click();
        comesTrue("sent.filter((each) => each.includes('select_item')).length === 2");
        assertEquals(1, names().stream().filter("purchase"::equals).count());
        assertEquals(List.of(app.url() + "/assets/analytics.js"), counting());
    }

    @Test
    void theVendorsAreAskedOnlyAfterAYesAndWhereTheSiteHasNoneOfItsOwn() {
        visit("", "");
        isOn("Choose services");
        choose("Beard trim");
        here().locator(".bar summary").waitFor();
        assertEquals(List.of(), counting());
        page.evaluate("Bookform.consent(true)");
        choose("Haircut");
        comesTrue("window.dataLayer && dataLayer.length === 3");
        assertEquals("select_item", page.evaluate("dataLayer[2][1]"));
        assertEquals(2, page.evaluate("dataLayer[2][2].items.length")); // what is chosen then, not how that came
        page.evaluate("Bookform.consent(false)");
        choose("Beard trim");
        press("Continue");
        isOn("Choose a team member");
        page.evaluate("Bookform.consent('marketing')");
        choose("Anna");
        isOn("Choose a time");
        chooseAnyTime();
        isOn("Your details");
        comesTrue("window.fbq && fbq.queue.length === 3");
        assertEquals("InitiateCheckout", page.evaluate("fbq.queue[2][2]"));
        assertEquals(3, page.evaluate("dataLayer.length"));
        page.waitForCondition(() -> counting().size() == 3); // we hear of a request a little later than the page
        assertEquals(List.of(app.url() + "/assets/analytics.js", "https://www.googletagmanager.com/gtag/js?id=G-AB12CD34",
                "https://connect.facebook.net/en_US/fbevents.js"), counting());
    }

    @Test
    void aFormWithoutIdsLoadsNothing() {
        page.navigate(site.page("/", "<div data-bookform=2 data-mode=inline></div>" + script("data-consent=granted")));
        isOn("Choose services");
        choose("Haircut");
        press("Continue");
        isOn("Choose a team member");
        assertEquals(List.of(), counting());
    }

    /** Our own page is as strict as ever. */
    @Test
    void onItsOwnAFormIsNotCounted() {
        choosesUpToTheDetails(app.url() + PLAIN, "Anna");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
        assertEquals(List.of(), counting());
    }

    private void visit(String head, String attributes) {
        page.navigate(site.page("/", head + "<div data-bookform=1 data-mode=inline></div>" + script(attributes)));
    }

    private static String script(String attributes) {
        return "<script src='" + app.url() + "/embed.js' " + attributes + " async></script>";
    }

    private void books() {
        isOn("Choose services");
        choose("Haircut");
        press("Continue");
        isOn("Choose a team member");
        choose("Anna");
        isOn("Choose a time");
        chooseAnyTime();
        isOn("Your details");
        fillDetails("Vera", "612 34567");
        press("Book");
        isOn("You are booked");
    }

    private List<String> counting() {
        return requests.stream().filter(url -> url.contains("analytics") || VENDORS.stream().anyMatch(url::startsWith)).toList();
    }

    /** What both libraries were told, as they were: name, then arguments. */
    @SuppressWarnings("unchecked")
    private List<List<Object>> sent() {
        return (List<List<Object>>) page.evaluate("sent");
    }

    /** Their events and commands. */
    private List<String> names() {
        return sent().stream().map(each -> switch (each.get(1).toString()) {
            case "event" -> each.get(2).toString();
            case "trackSingle" -> each.get(3).toString();
            case String command -> command;
        }).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> said(String event) {
        return (Map<String, Object>) sent().stream().filter(each -> each.contains(event)).findFirst().orElseThrow().getLast();
    }
}

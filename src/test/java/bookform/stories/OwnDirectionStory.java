package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.booking.Category;
import bookform.support.DemoChain;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business whose names and addresses begin with numbers, on pages that are read from the right. */
class OwnDirectionStory extends BrowserStory {
    private static final String PHONE = "+37061930001";

    private final List<String> findings = new ArrayList<>();

    @BeforeEach
    void numbersEverywhere() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var location = DemoChain.location(setup, DemoLocation.LOCATION, "1900 Barbers", "Vilnius", 54.68, 25.28);
        var categories = setup.categories().stream().map(category -> new Category(category.id(), "3 " + category.title())).toList();
        var services = setup.services().stream().map(OwnDirectionStory::numbered).toList();
        app.app().store().locations().replace(new LocationSetup(location, setup.rules(), categories, setup.resources(), services,
                setup.teamMembers(), setup.forms(), setup.privacyPolicy()));
    }

    @Test
    void everyStepAndState() {
        new Tour(page, app::code, this::look).walk("ar");
        assertEquals(List.of(), findings);
    }

    @Test
    void theLocationsOfAChain() {
        DemoChain.setUp(app.app().store(), LocalDate.of(2026, 11, 23));
        open("/forms/" + DemoChain.FORM + "?lang=ar");
        look("locations");
        page.locator(".choice").last().click();
        page.locator("#service-1").waitFor();
        look("services");
        assertEquals(List.of(), findings);
    }

    @Test
    void theCabinet() {
        var booked = app.submit(app.get(app.details(1, "service=1&teamMember=1&date=2026-12-01")), "details",
                Map.of("name", "Vera", "phone", PHONE));
        assertEquals(303, booked.status(), booked.text());
        open("/cabinet?form=1&lang=ar");
        look("sign in");
        page.locator("#phone").fill(PHONE);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill(app.code(PHONE));
        page.locator("#code-form .button").click();
        page.locator(".visit").first().waitFor();
        look("appointments");
        page.locator(".visit h3 a").first().click();
        page.locator(".facts").waitFor();
        look("appointment");
        open("/cabinet/profile/erasure");
        look("erasure");
        app.clock.advance(Duration.ofDays(9));
        open("/cabinet/appointments");
        page.locator(".past h3 a").first().click();
        page.locator(".info a").click();
        page.locator(".stars").waitFor();
        look("review");
        assertEquals(List.of(), findings);
        app.clock.set("2026-11-23T05:00:00Z");
    }

    /** Or the others would find nothing whatever there was. */
    @Test
    void whatIsTurnedRoundIsSeen() {
        page.setContent("<html dir=rtl><p id=step>1 Linden Street");
        assertEquals(List.of("1 Linden Street"), OwnDirection.turnedRound(page));
    }

    private void look(String state) {
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = !each.classList.contains('languages') })");
        for (var text : OwnDirection.turnedRound(page)) findings.add(state + ": " + text);
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = false })");
    }

    private static OfferedService numbered(OfferedService service) {
        return new OfferedService(service.id(), service.category(), "2 " + service.title(), service.price(), service.duration(),
                service.technicalBreak(), service.comment(), service.image(), service.resources(), service.online(), service.capacity());
    }
}

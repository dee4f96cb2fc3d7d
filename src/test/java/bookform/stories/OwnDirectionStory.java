package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.booking.Category;
import bookform.support.DemoChain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business whose names and addresses begin with numbers, on pages that are read from the right. */
class OwnDirectionStory extends BrowserStory {
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
        new CabinetTour(page, app, this::look).walk("ar");
        assertEquals(List.of(), findings);
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

package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.support.DemoChain;
import bookform.support.OtherServer;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing on the pages of the cabinet that only Altegio has: cards, and whom to ask to be forgotten. */
class CabinetAccessibilityOnAltegioStory extends BrowserStory {
    private static RunningApp engine;
    private static OtherServer altegio;

    @BeforeAll
    static void standInFront() {
        engine = app;
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        engine.app().store().locations()
                .replace(setup.withLocation(DemoChain.location(setup, DemoLocation.LOCATION, "1900 Barbers", "Vilnius", 54.68, 25.28)));
        altegio = new OtherServer(engine.url());
        app = RunningApp.onAltegio(altegio.url());
    }

    @AfterAll
    static void stopBehind() {
        altegio.close();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({"en,+37061991001", "ar,+37061991002"})
    void cardsAndErasure(String language, String phone) {
        var findings = new ArrayList<String>();
        engine.submit(engine.get(engine.details(1, "service=1&teamMember=1")), "details", Map.of("name", "Vera", "phone", phone));
        open("/cabinet?form=1&lang=" + language);
        page.locator("#phone").fill(phone);
        page.locator("#sign-in .button").click();
        page.locator("#code").fill(engine.code(phone));
        page.locator("#code-form .button").click();
        page.locator(".visit").first().waitFor();

        open("/cabinet/loyalty");
        page.locator(".nothing").waitFor();
        CabinetAccessibilityStory.look(page, "no cards", findings);
        altegio.answers("/loyalty/abonements", """
            {"success": true, "data": [{"number": "M-17", "balance_string": "5 visits, Pilates (12)",
                "expiration_date": "2027-01-31T00:00:00+0200", "type": {"title": "10 times whatever you like, mornings and weekends"},
                "status": {"title": "Active", "extended_title": "Active since May"}}], "meta": []}
            """).answers("/loyalty/certificates", """
            {"success": true, "data": [{"number": "123456789012345678901234567890", "balance": 25.5, "expiration_date": null,
                "type": {"title": "2 friends"}, "status": []}], "meta": []}
            """);
        open("/cabinet/loyalty");
        page.locator(".loyalty li").first().waitFor();
        CabinetAccessibilityStory.look(page, "cards", findings);
        altegio.fails("/loyalty/certificates");
        open("/cabinet/loyalty");
        page.locator(".notice").waitFor();
        CabinetAccessibilityStory.look(page, "some cards", findings);
        altegio.saysOurs();

        open("/cabinet/profile/erasure");
        page.locator(".contacts").waitFor();
        CabinetAccessibilityStory.look(page, "erasure", findings);
        assertEquals(List.of(), findings);
    }
}

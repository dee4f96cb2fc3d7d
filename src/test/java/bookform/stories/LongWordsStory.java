package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.booking.Category;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.PriceRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A business with the longest names and prices that anybody types in: every word stays in what it stands in, on every screen. */
class LongWordsStory extends BrowserStory {
    private static final Currency DINAR = Currency.getInstance("KWD");
    private static final String WORD = "Donaudampfschifffahrtsgesellschaftskapitänskosmetik";
    private static final List<Integer> WIDTHS = List.of(320, 700, 1_000, 1_280);

    /** Lines of text that leave the card or the page they are in, but where they are cut on purpose. */
    private static final String OUTSIDE = """
            () => {
              const outside = [];
              const cut = (e, box) => e !== box && (getComputedStyle(e).overflowX !== 'visible' || cut(e.parentElement, box));
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text; (text = walker.nextNode());) {
                const e = text.parentElement;
                const box = e.closest('.panel, .card, .list, .bar, .month, .policy') ?? document.documentElement;
                if (!text.data.trim() || !e.checkVisibility() || e.closest('.visually-hidden') || cut(e, box)) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                const card = box.getBoundingClientRect();
                if ([...range.getClientRects()].some((line) => line.width && (line.left < card.left - 1 || line.right > card.right + 1)))
                  outside.push(text.data.trim());
              }
              if (document.documentElement.scrollWidth > document.documentElement.clientWidth) outside.push('(scrolls sideways)');
              return outside;
            }""";

    /** A separator with nothing on one of its sides. */
    private static final String LONELY = """
            () => [...document.querySelectorAll('small, p, dd')].filter((e) => e.checkVisibility()).map((e) => e.innerText.trim())
                .filter((text) => /^[·–,]|[·–,]$/.test(text))""";

    private final List<String> findings = new ArrayList<>();

    @BeforeEach
    void longWords() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var like = setup.location();
        var location = new Location(like.id(), WORD + "studio & Wellness", WORD + "straße 128a, 10178 Vilnius", like.city(), like.phone(),
                like.zone(), like.country(), DINAR, like.coordinates(), like.description(), like.logo(), like.cancellation(), like.moving(),
                like.email(), like.anyTeamMember(), like.smsReminderHours(), like.chain());
        var categories = setup.categories().stream().map(category -> new Category(category.id(), WORD + " " + category.title())).toList();
        var services = setup.services().stream().map(LongWordsStory::longer).toList();
        var people = IntStream.range(0, setup.teamMembers().size()).mapToObj(i -> longer(setup.teamMembers().get(i), i % 2 == 0)).toList();
        app.app().store().locations().replace(new LocationSetup(location, setup.rules(), categories, setup.resources(), services, people,
                setup.forms(), setup.privacyPolicy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void everyStepAndState(String language) {
        new Tour(page, app::code, this::look).walk(language);
        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void theCabinet(String language) {
        new CabinetTour(page, app, this::look).walk(language, Map.of("name", WORD + " Vera",
                "email", "vera" + "a".repeat(40) + "@example.com", "comment", WORD.repeat(4)));
        assertEquals(List.of(), findings);
    }

    /** Or the others would find nothing whatever there was. */
    @Test
    void aWordThatSticksOutIsSeen() {
        page.setContent("<div class=panel style='width:100px'>" + WORD + "</div><p>· 5</p>");
        assertEquals(List.of(WORD, "(scrolls sideways)"), page.evaluate(OUTSIDE));
        assertEquals(List.of("· 5"), page.evaluate(LONELY));
    }

    private void look(String state) {
        var usual = page.viewportSize();
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = !each.classList.contains('languages') })");
        for (var width : WIDTHS) {
            page.setViewportSize(width, 800);
            for (var text : (List<?>) page.evaluate(OUTSIDE)) findings.add(state + " at " + width + ": " + text);
        }
        page.setViewportSize(usual.width, usual.height);
        for (var text : (List<?>) page.evaluate(LONELY)) findings.add(state + ": " + text);
        page.locator("details").evaluateAll("all => all.forEach((each) => { each.open = false })");
    }

    private static OfferedService longer(OfferedService service) {
        return new OfferedService(service.id(), service.category(), WORD + " " + service.title(), prices(), service.duration(),
                service.technicalBreak(), service.comment() + " " + WORD, service.image(), service.resources(), service.online(),
                service.capacity());
    }

    private static Person longer(Person person, boolean withCaption) {
        var skills = person.skills().stream()
                .map(skill -> new Skill(skill.service(), skill.duration(), skill.technicalBreak(), prices())).toList();
        var caption = withCaption ? WORD : "";
        return new Person(person.id(), person.name() + " " + WORD, caption, caption, person.photo(), person.rating(), person.information(),
                skills, person.hours(), person.online());
    }

    private static PriceRange prices() {
        return new PriceRange(new Money(1_304_875, DINAR), new Money(2_338_625, DINAR));
    }
}

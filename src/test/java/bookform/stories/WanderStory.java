package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.web.OurLanguages;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People who press whatever there is, type whatever comes to their mind, and go back and forth: in any language, on any screen, with and
 * without script. Nothing breaks, nothing is left unsaid or unfilled, and a page is what its address says.
 *
 * <p>{@code -Dwander.walks} is how many, {@code -Dwander.seed} walks again as a run that found something says.
 */
class WanderStory extends BrowserStory {
    private static final int STEPS = 25;

    private static final String WRONG = """
            () => {
              const wrong = [];
              const words = document.body.innerText;
              const headings = document.querySelectorAll('h1').length;
              if (headings !== 1) wrong.push(headings + ' headings');
              if (!document.title.trim()) wrong.push('no title');
              if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push('scrolls sideways');
              const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
              for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) wrong.push('twice: #' + id);
              for (const left of words.match(/\\{[a-z_]+\\}|\\bundefined\\b|\\bnull\\b|\\bNaN\\b|\\b[a-z]+_[a-z_]+\\.[a-z_]+\\b/g) ?? []) wrong.push('unfilled: ' + left);
              for (const image of document.images)
                if (image.complete && !image.naturalWidth && image.checkVisibility() && image.loading !== 'lazy') wrong.push('no picture: ' + image.src);
              return wrong;
            }""";

    /** Asked until it is so: a click may still be on its way. */
    private static final String SAME_AS_ITS_ADDRESS = """
            async () => {
              const shown = (page) => [...page.querySelectorAll('h1, .choice, .chip, .bar summary, .day, input:checked')]
                  .map((e) => e.id + e.textContent.replace(/\\s+/g, ' ').trim()).join('|');
              let ours, theirs;
              for (const start = Date.now(); Date.now() - start < 3000;) {
                const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
                theirs = shown(new DOMParser().parseFromString(await answer.text(), 'text/html'));
                ours = shown(document);
                if (ours === theirs) return '';
              }
              return ours + ' <> ' + theirs;
            }""";

    /** Pages that hold what is typed, or what was answered to it, are more than their address. */
    private static final String MORE_THAN_ITS_ADDRESS = ".*/(details|embed|phone-confirmations|visits|cabinet)([/?].*)?";

    private static final List<String> TYPED =
            List.of("Vera", "", "  ", "+37061234567", "061234567", "12", "vera@example.com", "x@", "0000", "<b>x</b>", "Ünïcödé 😀",
                    "' OR 1=1 --", "a".repeat(300), "\u202eabc", "2026-11-24", "+49 30 123456", "null");

    private final TreeSet<String> found = new TreeSet<>();

    @Tag("soak")
    @Test
    void nothingIsWrongWhereverSomebodyGoes() {
        var seed = Long.getLong("wander.seed", System.nanoTime());
        for (var walk = 0; walk < Integer.getInteger("wander.walks", 100); walk++) wander(seed + walk);
        assertEquals(List.of(), List.copyOf(found));
    }

    /** Or the other would find nothing whatever there was. */
    @Test
    void whatIsWrongIsSeen() {
        page.setContent("<h1>a</h1><h1>b</h1><p id=x>Dear {name}, team_member.any</p><p id=x>null</p><div style='width: 3000px'>x</div>");
        assertEquals(List.of("2 headings", "no title", "scrolls sideways", "twice: #x", "unfilled: {name}", "unfilled: team_member.any",
                "unfilled: null"), page.evaluate(WRONG));
        open("/forms/1/services");
        assertEquals("", page.evaluate(SAME_AS_ITS_ADDRESS));
        page.evaluate("document.querySelector('h1').textContent = 'Elsewhere'");
        assertEquals(true, page.evaluate(SAME_AS_ITS_ADDRESS).toString().startsWith("Elsewhere"));
    }

    private void wander(long seed) {
        var chance = new Random(seed * 0x9E3779B97F4A7C15L);
        var script = chance.nextInt(4) > 0;
        var steps = new ArrayList<String>();
        var options = new NewContextOptions().setViewportSize(one(chance, List.of(320, 390, 1_280)), 800).setJavaScriptEnabled(script)
                .setTimezoneId("Europe/Vilnius").setLocale(one(chance, OurLanguages.ALL).toLanguageTag())
                .setColorScheme(one(chance, List.of(ColorScheme.DARK, ColorScheme.LIGHT)));
        try (var somebody = visitor(options)) {
            somebody.setDefaultTimeout(4_000);
            var mine = somebody.newPage();
            mine.onResponse(answer -> {
                if (answer.status() >= 500) tell(answer.status() + " at " + answer.url(), steps, seed);
            });
            mine.onPageError(error -> tell("script: " + error, steps, seed));
            mine.onConsoleMessage(line -> {
                if (line.type().equals("error") && !line.text().matches("(Failed to load resource|Response Status Error Code).*"))
                    tell("console: " + line.text(), steps, seed);
            });
            var start = one(chance, List.of("/forms/1", "/forms/2", "/forms/1/events", "/cabinet?form=2"));
            steps.add(start);
            mine.navigate(start);
            while (steps.size() <= STEPS) {
                step(mine, chance, steps, start);
                if (mine.url().startsWith(app.url())) look(mine, script, steps, seed);
                else mine.navigate(start);
            }
        }
    }

    /** What cannot be pressed in time, as something lies above it or it has just gone, is left alone. */
    private void step(Page mine, Random chance, List<String> steps, String start) {
        try {
            switch (chance.nextInt(20)) {
                case 0 -> {
                    steps.add("back");
                    mine.goBack();
                }
                case 1 -> {
                    steps.add("forward");
                    mine.goForward();
                }
                case 2 -> {
                    steps.add("reload");
                    mine.reload();
                }
                case 3, 4, 5, 6, 7, 8 -> type(mine, chance, steps);
                default -> press(mine, chance, steps, start);
            }
        } catch (PlaywrightException impossible) {
            steps.add("(" + impossible.getMessage().lines().skip(1).findFirst().orElse("").strip() + ")");
        }
    }

    private void type(Page mine, Random chance, List<String> steps) {
        var fields = mine.locator("input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea");
        for (var field : fields.all()) {
            if (!field.isVisible() || !field.isEditable()) continue;
            var id = String.valueOf(field.getAttribute("id"));
            var text = chance.nextInt(3) == 0 ? one(chance, TYPED) : fitting(mine, chance, id);
            steps.add(id + "=" + (text.length() > 20 ? text.length() + " letters" : text));
            field.fill(text);
        }
        var send = mine.locator("#book, form button.button").filter(new Locator.FilterOptions().setVisible(true));
        if (fields.count() == 0 || send.count() == 0 || chance.nextBoolean()) return;
        if (mine.locator("#agreed").count() > 0 && chance.nextBoolean()) mine.locator("#agreed").check();
        steps.add("send");
        send.first().click();
    }

    private static String fitting(Page mine, Random chance, String field) {
        if (field.contains("phone")) return "+3706%07d".formatted(chance.nextInt(10_000_000));
        if (field.contains("email")) return "vera@example.com";
        return field.equals("code") ? code(mine) : "Vera";
    }

    private static String code(Page mine) {
        var phone = mine.locator("input[name=phone]");
        try {
            return app.code(phone.first().inputValue().replace(" ", ""));
        } catch (AssertionError | PlaywrightException none) {
            return "000000";
        }
    }

    /** What goes on is pressed more often than what stands beside it. */
    private void press(Page mine, Random chance, List<String> steps, String start) {
        var visible = new Locator.FilterOptions().setVisible(true);
        var onward = mine.locator(".chip, a.choice, button.choice, .day:not(span), button[form=services]").filter(visible);
        var all = mine.locator("a[href^='/'], button, summary, label:has(input[type=checkbox]), select").filter(visible);
        var among = onward.count() > 0 && chance.nextInt(3) > 0 && !mine.url().endsWith("/services") ? onward : all;
        if (among.count() == 0) {
            steps.add(start);
            mine.navigate(start);
            return;
        }
        var one = among.nth(chance.nextInt(among.count()));
        var name = one.evaluate("e => e.tagName + ' ' + (e.getAttribute('href') ?? e.innerText.slice(0, 30))").toString();
        if (name.matches(".*(\\.ics|/data)(\\?.*)?")) return; // a download
        steps.add(name.replace("\n", " "));
        if (name.startsWith("SELECT")) {
            var values = one.locator("option").evaluateAll("all => all.map((each) => each.value)");
            one.selectOption(String.valueOf(one(chance, (List<?>) values)));
        } else {
            one.click();
        }
    }

    private void look(Page mine, boolean script, List<String> steps, long seed) {
        try {
            mine.waitForLoadState();
            var seen = (List<?>) mine.evaluate(WRONG);
            if (!mine.url().startsWith(app.url())) return; // back to the answer of a form: browsers show a page of their own
            for (var wrong : seen) tell(wrong + " at " + mine.url(), steps, seed);
            var last = steps.getLast();
            if (!script || last.contains("=") && !last.startsWith("A ") || last.matches("(BUTTON|SELECT|LABEL|SUMMARY|send).*")
                    || mine.url().matches(MORE_THAN_ITS_ADDRESS))
                return;
            var differs = mine.evaluate(SAME_AS_ITS_ADDRESS).toString();
            if (differs.isEmpty() || mine.url().matches(MORE_THAN_ITS_ADDRESS)) return; // it may have been on its way there
            tell("differs from its address, " + mine.url() + ": " + differs, steps, seed);
        } catch (PlaywrightException gone) {
            steps.add("(on its way)"); // the page that was looked at has just made place for the next one
        }
    }

    private void tell(String what, List<String> steps, long seed) {
        found.add(what + " after " + steps + ", seed " + seed);
    }

    private static <T> T one(Random chance, List<T> among) {
        return among.get(chance.nextInt(among.size()));
    }
}

package bookform.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser that Playwright does not drive as Debian builds it, as far as a story needs one: a site's page, and a frame in it. Every verb
 * waits until there is something to do it to, and presses and types as a person does. Cookies of frames are blocked.
 */
public interface OtherBrowser extends AutoCloseable {
    /** Of the site's page. */
    void open(String address);

    /** Waits until a JavaScript expression is true in the site's page. */
    void await(String expression);

    /** From now on the verbs below act in the frame that this expression comes to in the site's page. */
    void enterFrame(String expression);

    void click(String selector);

    void type(String selector, String text);

    String text(String selector);

    @Override
    void close();

    static OtherBrowser firefox() {
        return Firefox.start(programs(List.of("firefox-esr"), "firefox-esr").getFirst());
    }

    static OtherBrowser webkit() {
        var programs = programs(List.of("WebKitWebDriver", "Xvfb"), "webkit2gtk-driver", "xvfb");
        return WebKit.start(programs.getFirst(), programs.getLast());
    }

    /** JavaScript: the first element of a selector that is shown, in view, so that it can be pressed. */
    static String find(String selector) {
        return "((element) => { element?.scrollIntoView({ block: 'center', behavior: 'instant' }); return element; })"
                + "([...document.querySelectorAll(" + JsonMapper.shared().writeValueAsString(selector)
                + ")].find((each) => each.getClientRects().length))";
    }

    /** JavaScript: a promise of what an expression comes to as soon as that is something; of null after 15 seconds of nothing. */
    static String once(String expression) {
        return "new Promise((done) => { const until = Date.now() + 15000; const look = () => { const is = (" + expression
                + "); if (is || Date.now() > until) done(is || null); else setTimeout(look, 20); }; look(); })";
    }

    /**
     * JavaScript: a promise of what {@link #find} finds once it stays where it is; of null after 15 seconds of nothing. Whoever presses
     * while the site still makes room for the frame misses: neither browser looks whether what it presses has moved.
     */
    static String atRest(String selector) {
        return "new Promise((done) => { const until = Date.now() + 15000; let before, looks = 0; const look = () => { const is = "
                + find(selector) + "; const box = is?.getBoundingClientRect(); const place = is && [box.x, box.y, box.width, box.height, "
                + "innerWidth, innerHeight, window.mozInnerScreenX, window.mozInnerScreenY].join(); "
                + "looks = place && place === before ? looks + 1 : 0; before = place; "
                + "if (looks === 5 || Date.now() > until) done(is ?? null); else setTimeout(look, 20); }; look(); })";
    }

    /** Here already, or installed. Where neither is possible the story is not told, and says so. */
    private static List<Path> programs(List<String> names, String... packages) {
        if (found(names).isEmpty() && Programs.canInstall()) Programs.install(packages);
        return found(names).orElseGet(() -> {
            var reason = String.join(", ", names)
                    + " is not here and cannot be installed: NOT TESTED with it. It would take: apt-get install -y "
                    + "--no-install-recommends " + String.join(" ", packages);
            System.err.println(reason);
            return abort(reason);
        });
    }

    private static Optional<List<Path>> found(List<String> names) {
        var paths = names.stream().map(name -> Programs.find(List.of(name))).flatMap(Optional::stream).toList();
        return paths.size() == names.size() ? Optional.of(paths) : Optional.empty();
    }
}

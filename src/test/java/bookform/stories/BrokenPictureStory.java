package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Style;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that is not there leaves its place in one soft colour, with the initial of whose it was: no browser's sign of what is broken. */
class BrokenPictureStory extends BrowserStory {
    private static final String PICTURES = "**/assets/demo*.svg*";

    @Test
    void nothingLooksBroken() throws IOException {
        page.route(PICTURES, picture -> picture.fulfill(new FulfillOptions().setStatus(404)));
        open(PLAIN);
        assertEquals(1, colours("#step .choice .pic").size());
        open(PLAIN + "/team-member?service=1");
        assertEquals("\"A\"", page.locator("#step .choice span.pic").nth(1).evaluate("pic => getComputedStyle(pic, '::before').content"));
    }

    /** Under a logo is white, for those who have only one for light pages. */
    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void aLogoIsWhiteOnlyWhereItIs(int status) throws IOException {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var style = new Style(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("/logo.svg"), Optional.empty(),
                Optional.empty());
        app.app().store().locations().replace(setup.withForms(setup.forms().stream().map(form -> form.withStyle(style)).toList()));
        page.route("**/logo.svg", logo -> logo.fulfill(new FulfillOptions().setStatus(status).setContentType("image/svg+xml")
                .setBody(status == 200 ? "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h4v9H0z'/></svg>" : "")));
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        open(PLAIN);
        var seen = colours("#step .logo");
        assertEquals(status == 200, seen.contains(0xffffffff), "white");
        assertEquals(status == 200, seen.size() > 1, "a picture");
        app.app().store().locations().replace(setup);
    }

    @Test
    void whatIsThereIsShown() throws IOException {
        open(PLAIN);
        assertTrue(colours("#step .choice .pic").size() > 1);
    }

    /** Within the corners. */
    private Set<Integer> colours(String picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(page.locator(picture).first().screenshot()));
        var colours = new HashSet<Integer>();
        for (var x = 6; x < image.getWidth() - 6; x++) {
            for (var y = 6; y < image.getHeight() - 6; y++) colours.add(image.getRGB(x, y));
        }
        return colours;
    }
}

package bookform.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route.FulfillOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

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

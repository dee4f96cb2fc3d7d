package bookform.review;

import bookform.support.RunningApp;
import java.util.Map;

/** The same, where the visits are in somebody else's engine. */
class ReviewPageOnAltegioTest extends ReviewPageTest {
    @Override
    void start() {
        salon = RunningApp.start();
        app = RunningApp.start(Map.of("BOOKFORM_ALTEGIO_URL", salon.url(), "BOOKFORM_ALTEGIO_TOKEN", "demo"));
    }
}

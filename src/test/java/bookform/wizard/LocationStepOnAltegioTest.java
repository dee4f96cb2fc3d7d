package bookform.wizard;

import bookform.support.RunningApp;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same of a chain whose locations are kept on Altegio, which another app of ours stands in for. */
class LocationStepOnAltegioTest extends LocationStepTest {
    private static RunningApp pages;

    @BeforeAll
    static void startPages() {
        pages = RunningApp.start(Map.of("BOOKFORM_ALTEGIO_URL", business().url(), "BOOKFORM_ALTEGIO_TOKEN", "demo"));
    }

    @AfterAll
    static void stopPages() {
        pages.close();
    }

    @Override
    protected RunningApp app() {
        return pages;
    }

    @Override
    protected void forget() {
        stopPages();
        startPages();
    }
}

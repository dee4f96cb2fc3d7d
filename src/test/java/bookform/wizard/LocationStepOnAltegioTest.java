package bookform.wizard;

import bookform.support.RunningApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same of a chain whose locations are kept on Altegio, which another app of ours stands in for. */
class LocationStepOnAltegioTest extends LocationStepTest {
    private static RunningApp pages;

    @BeforeAll
    static void startPages() {
        pages = RunningApp.onAltegio(business().url());
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

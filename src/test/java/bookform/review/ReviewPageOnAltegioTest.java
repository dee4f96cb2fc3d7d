package bookform.review;

import bookform.support.RunningApp;

/** The same, where the visits are in somebody else's engine. */
class ReviewPageOnAltegioTest extends ReviewPageTest {
    @Override
    void start() {
        salon = RunningApp.start();
        app = RunningApp.onAltegio(salon.url());
    }
}

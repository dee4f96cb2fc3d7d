package bookform.cabinet;

import bookform.support.RunningApp;
import org.junit.jupiter.api.BeforeAll;

/** The same, where the appointments are in somebody else's engine. */
class OwnChangesOnAltegioTest extends OwnChangesTest {
    @BeforeAll
    @Override
    void start() {
        salon = RunningApp.start();
        app = RunningApp.onAltegio(salon.url());
    }
}

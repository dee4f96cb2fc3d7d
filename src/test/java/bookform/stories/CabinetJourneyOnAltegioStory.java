package bookform.stories;

import bookform.support.RunningApp;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same in front of an Altegio account, which is our own server; and what differs there. */
class CabinetJourneyOnAltegioStory extends CabinetJourneyStory {
    private static RunningApp engine;

    @BeforeAll
    static void standInFront() {
        engine = app;
        app = RunningApp.onAltegio(engine.url());
    }

    @AfterAll
    static void stopBehind() {
        engine.close();
    }

    @Override
    RunningApp sender() {
        return engine;
    }

    /** It does not say where else a client is signed in. */
    @Test
    void oneDeviceSignsTheOtherOut() {
        open("/cabinet?form=1");
        signIn("623 00001");
        for (var each : new RunningApp[] {app, engine}) each.clock.advance(Duration.ofMinutes(20));
        inAnotherBrowser(() -> {
            open("/cabinet?form=1");
            signIn("623 00001");
            press("Devices");
            sees("does not tell where else you are signed in");
            press("Sign out everywhere");
            isOn("Sign in");
        });
        press("Appointments");
        isOn("Sign in");
        for (var each : new RunningApp[] {app, engine}) each.clock.set(RunningApp.MONDAY);
    }
}

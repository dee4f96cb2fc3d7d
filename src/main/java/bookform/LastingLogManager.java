package bookform;

import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Takes in what is said until the process has ended. The JDK's own goes silent as soon as the process is told to stop, while requests are
 * still answered and messages still sent.
 */
public final class LastingLogManager extends LogManager {
    private volatile boolean lasting;

    /** From now on nothing is taken back, not even by the JDK itself on the way out. */
    void last() {
        Logger.getLogger("").getHandlers(); // else made when somebody first says something, which is too late on the way out
        lasting = true;
    }

    @Override
    public void reset() {
        if (!lasting) super.reset();
    }
}

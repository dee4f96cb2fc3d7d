package bookform.support;

import java.util.concurrent.Callable;

/** Waits for what others do, by looking again and again, for as long as the test may take: its time limit interrupts, and that ends it. */
public final class Wait {
    private Wait() {}

    /** @throws AssertionError when it has not come about by the time the test is told to end */
    public static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            if (Thread.interrupted()) throw new AssertionError("It has not come about in the time that the test has");
            Thread.onSpinWait();
        }
    }
}

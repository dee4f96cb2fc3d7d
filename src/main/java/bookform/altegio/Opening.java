package bookform.altegio;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The first call goes alone: it looks for the address, shakes hands and loads what that takes, and what is sent behind it meanwhile
 * would arrive together with it. Once a call was answered, all go as the {@link Pacer} says.
 */
final class Opening {
    private final ReentrantLock alone = new ReentrantLock(true);
    private volatile boolean over;

    /**
     * Sends a call when nobody has to be waited for any more.
     *
     * @param most how long its page can wait
     * @param first sends it as the first one, {@code other} as any other
     * @throws Fault when it would have to wait for longer
     */
    <T> T send(Call call, Duration most, Supplier<T> first, Supplier<T> other) {
        if (over || !isNext(call, most)) return other.get();
        try {
            var answer = first.get();
            over = true;
            return answer;
        } finally {
            alone.unlock();
        }
    }

    /** Whether it is the first one now, alone until its caller unlocks; it is not when another was answered meanwhile. */
    private boolean isNext(Call call, Duration most) {
        try {
            if (!alone.tryLock(most.toNanos(), TimeUnit.NANOSECONDS)) throw new Fault(Fault.Kind.BUSY, call);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault(Fault.Kind.BUSY, call);
        }
        if (over) alone.unlock();
        return !over;
    }
}

package bookform.backend.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Numbers for rows, a block at a time from a sequence that counts in blocks ({@code V20__blocks_of_ids.sql}): a row whose number is known
 * beforehand can be written on the same trip as those that refer to it. Nobody waits for anybody here, who might hold a lock in the
 * database; a block that two fetch at once is partly never used.
 */
final class Ids {
    /** As the sequence counts. */
    private static final int BLOCK = 50;

    private final AtomicReference<Block> current = new AtomicReference<>(new Block(0, 0));

    private record Block(AtomicLong next, long end) {
        Block(long first, long end) {
            this(new AtomicLong(first), end);
        }
    }

    /** @param sequence fetches the first number of a block that nobody else has */
    long next(LongSupplier sequence) {
        var block = current.get();
        var id = block.next.getAndIncrement();
        if (id < block.end) return id;
        var first = sequence.getAsLong();
        current.compareAndSet(block, new Block(first + 1, first + BLOCK));
        return first;
    }
}

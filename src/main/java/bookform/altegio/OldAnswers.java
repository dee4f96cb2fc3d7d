package bookform.altegio;

/** Whether the page that a thread answers was told something old, for want of anything better. Each request has a thread of its own. */
final class OldAnswers {
    private final ThreadLocal<Boolean> given = ThreadLocal.withInitial(() -> false);

    void beginPage() {
        given.set(false);
    }

    void give() {
        given.set(true);
    }

    boolean wereGiven() {
        return given.get();
    }
}

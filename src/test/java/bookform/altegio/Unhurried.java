package bookform.altegio;

import bookform.backend.DemoServer;

/** A client that asks whenever it wants to know: with no limit to keep within, and nothing remembered. */
final class Unhurried {
    private Unhurried() {}

    static Altegio altegio(DemoServer server) {
        return new Altegio(new AltegioAccount(server.url(), "demo"), server.clock(), change -> change.apply("", 0L),
                patience -> Memory.NONE);
    }
}

package bookform.altegio;

import bookform.backend.DemoServer;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;

/** A client that asks whenever it wants to know: with no limit to keep within, and nothing remembered. */
final class Unhurried {
    private Unhurried() {}

    static Altegio altegio(DemoServer server) {
        return altegio(server, server.url(), new Patience(System::nanoTime));
    }

    static Altegio altegio(DemoServer server, URI url, Patience patience) {
        var texts = new ConcurrentHashMap<String, SharedText>();
        return new Altegio(new AltegioAccount(url, "demo", AltegioAccount.MOST_CALLS), server.clock(), change -> change.apply("", 0L),
                new Ledger(name -> texts.computeIfAbsent(name, unknown -> SharedText.own()), new byte[32]), patience,
                (unused, old) -> Memory.NONE);
    }
}

package bookform.altegio;

import bookform.backend.DemoServer;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** A client that asks whenever it wants to know: with no limit to keep within, and nothing remembered. */
final class Unhurried {
    private Unhurried() {}

    static Altegio altegio(DemoServer server) {
        return altegio(server, server.url(), new Patience(System::nanoTime));
    }

    static Altegio altegio(DemoServer server, URI url, Patience patience) {
        var account = new AltegioAccount(url, "demo", AltegioAccount.MOST_CALLS);
        return altegio(server, account, new Transport(account), patience, (unused, old) -> Memory.NONE);
    }

    static Altegio altegio(DemoServer server, AltegioAccount account, Transport transport, Patience patience,
            BiFunction<Patience, OldAnswers, Memory> remembering) {
        var texts = new ConcurrentHashMap<String, SharedText>();
        return new Altegio(account, transport, server.clock(), change -> change.apply("", 0L),
                new Ledger(name -> texts.computeIfAbsent(name, unknown -> SharedText.own()), new byte[32]), patience,
                remembering);
    }
}

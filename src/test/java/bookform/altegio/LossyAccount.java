package bookform.altegio;

import static bookform.backend.setup.DemoLocation.*;

import bookform.backend.DemoServer;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An account whose answers may be lost on the way, and what we keep of bookings meanwhile, on a clock of its own; new for every test. */
final class LossyAccount implements BeforeEachCallback, AfterEachCallback {
    static final Instant TEN = LocalDate.parse("2026-11-24").atTime(10, 0).atZone(ZONE).toInstant();
    static final String BOOK = "POST /api/v1/book_record/";
    static final String LOOK = "GET /api/v1/book_records";

    /** Nothing here is slow but a busy machine. */
    private static final Duration LONG = Duration.ofMinutes(1);

    final AtomicLong millis = new AtomicLong();
    final Map<String, String> texts = new ConcurrentHashMap<>();
    private Path folder;
    private DemoServer server;
    private FaultyProxy proxy;
    private Altegio altegio;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("bookform");
        server = DemoServer.start(folder);
        proxy = new FaultyProxy(server.url());
        altegio = altegio(this::kept);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        altegio.close();
        proxy.close();
        server.close();
        Folders.delete(folder);
    }

    FaultyProxy proxy() {
        return proxy;
    }

    Altegio altegio() {
        return altegio;
    }

    /** Another instance, which keeps its texts elsewhere. */
    Altegio altegio(Function<String, SharedText> kept) {
        return new Altegio(new AltegioAccount(proxy.url(), "demo", AltegioAccount.MOST_CALLS), server.clock(),
                change -> change.apply("", 0L), new Ledger(kept, new byte[32]),
                new Patience(System::nanoTime, LONG, LONG, LONG),
                (patience, old) -> Memory.NONE);
    }

    SharedText kept(String name) {
        return change -> texts.compute(name, (same, text) -> change.apply(text == null ? "" : text, millis.get()));
    }

    /** Appointments that hold their time. */
    long held() {
        return server.store().export(LOCATION).stream().filter(one -> one.status() != Status.CANCELLED).count();
    }

    static VisitRequest visit(String key) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), TEN)),
                new ClientDetails("Vera", "+37061234567", ""), Optional.empty(), "", 0, key, Locale.ENGLISH);
    }
}

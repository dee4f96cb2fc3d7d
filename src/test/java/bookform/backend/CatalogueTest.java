package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.store.Store;
import bookform.booking.BookingForm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stores on one file: what two processes see of each other. */
class CatalogueTest {
    private static final LocationSetup DEMO = DemoLocation.setup(LocalDate.parse("2026-11-23"));
    private static final long SECOND = 1_000_000_000;

    @TempDir Path folder;

    private final AtomicLong nanoTime = new AtomicLong(-5);
    private Store ours;
    private Store theirs;
    private Catalogue catalogue;

    @BeforeEach
    void open() {
        ours = Store.open(folder.resolve("bookform.db"), Clock.systemUTC());
        theirs = Store.open(folder.resolve("bookform.db"), Clock.systemUTC());
        catalogue = new Catalogue(ours, nanoTime::get);
        ours.locations().replace(DEMO);
    }

    @AfterEach
    void close() {
        ours.close();
        theirs.close();
    }

    @Test
    void anImportByAnotherProcessIsSeenAfterASecond() {
        assertEquals(2, forms());
        theirs.locations().replace(with(DEMO.forms().subList(0, 1)));
        nanoTime.addAndGet(SECOND - 1);
        assertEquals(2, forms());
        nanoTime.addAndGet(1);
        assertEquals(1, forms());
        assertEquals(Optional.empty(), catalogue.form(SMS_FORM));
    }

    @Test
    void anImportByThisProcessIsSeenAtOnce() {
        assertEquals(2, forms());
        ours.locations().replace(with(DEMO.forms().subList(0, 1)));
        assertEquals(1, forms());
    }

    @Test
    void whatIsTheSameIsKept() {
        var offer = catalogue.offer(LOCATION).orElseThrow();
        nanoTime.addAndGet(2 * SECOND);
        assertTrue(offer == catalogue.offer(LOCATION).orElseThrow());
    }

    @Test
    void aFormThatWasNotThereIsSeen() {
        assertEquals(Optional.empty(), catalogue.form(SMS_FORM + 1));
        theirs.locations().replace(with(List.of(DEMO.forms().getFirst(), renumbered(SMS_FORM + 1))));
        nanoTime.addAndGet(SECOND);
        assertEquals(SMS_FORM + 1, catalogue.form(SMS_FORM + 1).orElseThrow().id());
    }

    @Test
    void aTransactionSeesAnImportByAnotherProcessAtOnce() {
        assertEquals(2, forms());
        theirs.locations().replace(with(DEMO.forms().subList(0, 1)));
        assertEquals(1, ours.write(tables -> catalogue.offer(LOCATION, tables)).orElseThrow().setup().forms().size());
        assertEquals(2, forms());
    }

    private int forms() {
        return catalogue.offer(LOCATION).orElseThrow().setup().forms().size();
    }

    private static BookingForm renumbered(long id) {
        var form = DEMO.forms().getLast();
        return new BookingForm(id, form.location(), form.steps(), form.language(), form.languages(), form.phoneConfirmation(),
                form.smsReminders(),
                form.commentRequired(), form.commentLabel(), form.notice(), form.privacyPolicy(), form.caption());
    }

    private static LocationSetup with(List<BookingForm> forms) {
        return DEMO.withForms(forms);
    }
}

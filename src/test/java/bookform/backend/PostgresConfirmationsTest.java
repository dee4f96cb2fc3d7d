package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bookform.booking.BookingUnsettled;
import bookform.support.LossyPostgres;
import bookform.support.LossyPostgres.Break;
import bookform.support.TestDatabase;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL; and there the answer to a commit can be lost, too. */
class PostgresConfirmationsTest extends ConfirmationsTest {
    private static final String VISIT = "INSERT INTO visit";

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    /** They need not even ask. */
    @Test
    void whoWasToldThatItIsNotKnownIsToldOnceItIs() throws IOException {
        try (var lossy = losing(Break.ANSWER)) {
            assertThrows(BookingUnsettled.class, this::book);
            assertEquals(1, mails());
            find();
            book();
            assertEquals(1, mails());
        }
    }

    /** The control: what is not there is not confirmed, and then once. */
    @Test
    void whoHasNotBookedIsToldNothing() throws IOException {
        try (var lossy = losing(Break.COMMIT)) {
            assertThrows(BookingUnsettled.class, this::book);
            assertEquals(Optional.empty(), backend.api().findBooked(1, "a key"));
            assertEquals(0, mails());
            book();
            assertEquals(1, mails());
        }
    }

    private LossyPostgres losing(Break where) {
        var lossy = new LossyPostgres(database);
        backend.close();
        backend = DemoBackend.open(lossy.url());
        lossy.breaks(where, VISIT);
        return lossy;
    }
}

package bookform.altegio;

import bookform.booking.BookingApi;
import bookform.booking.BookingApiContract;
import bookform.support.TestClock;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract over the wire. */
class AltegioBookingApiTest extends BookingApiContract {
    @RegisterExtension final DemoAccount account = new DemoAccount();

    @Override
    protected BookingApi api() {
        return account.altegio().bookings();
    }

    @Override
    protected TestClock clock() {
        return account.server().clock();
    }

    @Override
    protected String lastCode(String phone) {
        return account.server().lastCode(phone);
    }
}

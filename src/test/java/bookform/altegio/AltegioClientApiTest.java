package bookform.altegio;

import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.booking.ClientApiContract;
import bookform.support.TestClock;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The contract over the wire. Not in it, as the wire does not carry them: what a code is for, the sender of a request, a list of
 * sessions, whether there is a password.
 */
class AltegioClientApiTest extends ClientApiContract {
    @RegisterExtension final DemoAccount account = new DemoAccount();

    @Override
    protected BookingApi api() {
        return account.altegio().bookings();
    }

    @Override
    protected ClientApi clients() {
        return account.altegio().clients();
    }

    @Override
    protected TestClock clock() {
        return account.server().clock();
    }

    @Override
    protected String lastMessage(String phone) {
        return account.server().lastMessage(phone);
    }
}

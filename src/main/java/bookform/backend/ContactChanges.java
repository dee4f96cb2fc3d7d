package bookform.backend;

import bookform.backend.Correspondence.Reader;
import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.AccountTables.Voucher;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PhoneCodeRequest.Purpose;
import bookform.booking.Sender;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Another phone, another e-mail address: a code goes there, and whoever has it may have it. The former one is told.
 *
 * <p>A code that is wrong was counted, and the count has to be committed: it is refused after the transaction, never in it.
 */
final class ContactChanges {
    private final Store store;
    private final Clock clock;
    private final Correspondence correspondence;
    private final ClientTexts texts;
    private final Accounts accounts;
    private final PhoneCodes codes;
    private final CodeDispatch dispatch;

    ContactChanges(EmbeddedBookingApi booking, Store store, Clock clock, Outbox outbox, ClientTexts texts, Accounts accounts) {
        this.store = store;
        this.clock = clock;
        this.correspondence = new Correspondence(store, clock, outbox);
        this.texts = texts;
        this.accounts = accounts;
        this.codes = booking.codes();
        this.dispatch = booking.dispatch();
    }

    Duration sendPhoneCode(String token, long location, String phone, Locale language, Sender sender) {
        var request = new PhoneCodeRequest(phone, Set.of(Purpose.PHONE_CHANGE), Optional.empty(), language, sender);
        return dispatch.bySms(location, request, account(token).id());
    }

    /** Ends all the client's other sessions: who has the old phone may have been somebody else. */
    void changePhone(String token, String phone, String code, Locale language) {
        var holder = account(token);
        var former = store.write(tables -> {
            tables.lock(Lock.phone(phone), Lock.phone(holder.phone()), Lock.account(holder.id()));
            var client = accounts.signedIn(tables, token);
            if (!codes.changesPhone(tables, phone, client.account().id(), code, clock.instant())) return Optional.<String>empty();
            codes.useUp(tables, phone);
            if (!phone.equals(client.account().phone())) tables.accounts().changePhone(client.account(), phone);
            tables.accounts().endOthers(client.session());
            return Optional.of(client.account().phone());
        }).orElseThrow(() -> new BookingRefused(Reason.CODE_WRONG));
        if (!former.equals(phone)) correspondence.text(new Reader(phone, Optional.empty()), Correspondence.Purpose.PHONE_CHANGED, former,
                texts.phoneChanged(language, LogSmsSender.masked(phone)), none -> {});
    }

    Duration sendEmailCode(String token, String email, Locale language, Sender sender) {
        return dispatch.byEmail(account(token), address(email), language, sender);
    }

    void changeEmail(String token, String email, String code, Locale language) {
        var holder = account(token);
        var address = address(email);
        var former = store.write(tables -> {
            tables.lock(Lock.phone(holder.phone()), Lock.login(address), Lock.account(holder.id()));
            var client = accounts.signedIn(tables, token).account();
            if (!codes.changesEmail(tables, client, address, code, clock.instant())) return Optional.<StoredAccount>empty();
            codes.useUp(tables, client.phone());
            tables.accounts().proveEmail(client.id(), address, clock.instant());
            return Optional.of(client);
        }).orElseThrow(() -> new BookingRefused(Reason.CODE_WRONG));
        if (former.voucher() == Voucher.CODE && !former.email().equals(address))
            correspondence.mail(new Reader(holder.phone(), Optional.empty()), Correspondence.Purpose.EMAIL_CHANGED,
                    () -> texts.emailChanged(language, former.email()), none -> {});
    }

    private static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private StoredAccount account(String token) {
        return accounts.signedIn(token).account();
    }
}

package bookform.backend;

import bookform.backend.store.AccountTables.StoredAccount;
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
import java.util.Set;

/** Makes codes and hands them to the outbox, once they are kept. */
final class CodeDispatch {
    private final Store store;
    private final Clock clock;
    private final Outbox outbox;
    private final ClientTexts texts;
    private final PhoneCodes codes;
    private final Catalogue catalogue;

    CodeDispatch(Store store, Clock clock, Outbox outbox, ClientTexts texts, PhoneCodes codes, Catalogue catalogue) {
        this.store = store;
        this.clock = clock;
        this.outbox = outbox;
        this.texts = texts;
        this.codes = codes;
        this.catalogue = catalogue;
    }

    /**
     * To a phone. An unknown location sends nothing: nobody may make it send messages.
     *
     * @param holder whose phone it is, or is to become, where that is what it is for; else 0
     * @return until another one can be sent
     * @throws BookingRefused PHONE_INVALID, SENT_TOO_OFTEN
     */
    Duration bySms(long location, PhoneCodeRequest request, long holder) {
        if (!BookingRule.isPhone(request.phone())) throw new BookingRefused(Reason.PHONE_INVALID);
        return catalogue.offer(location).map(offer -> {
            if (!SmsPhones.takes(request.phone(), offer.setup().rules().phoneCountries(offer.location().country())))
                throw new BookingRefused(Reason.PHONE_INVALID);
            var issued = store.write(tables -> {
                tables.lock(Lock.codes(), Lock.phone(request.phone()));
                return codes.issue(tables, location, request, holder, clock.instant());
            });
            outbox.send(request.phone(), text(request, issued.code()));
            return issued.pause();
        }).orElse(Duration.ZERO);
    }

    /**
     * To an e-mail address that is to become the holder's.
     *
     * @return until another one can be sent
     * @throws BookingRefused SENT_TOO_OFTEN
     */
    Duration byEmail(StoredAccount holder, String address, Locale language, Sender sender) {
        var issued = store.write(tables -> {
            tables.lock(Lock.codes(), Lock.phone(holder.phone()));
            return codes.issueByEmail(tables, holder, address, sender, clock.instant());
        });
        outbox.send(() -> texts.emailCode(language, address, issued.code()));
        return issued.pause();
    }

    private String text(PhoneCodeRequest request, String code) {
        if (request.purposes().equals(Set.of(Purpose.SIGN_IN))) return texts.signInCode(request.language(), code);
        return request.purposes().contains(Purpose.ERASURE) ? texts.erasureCode(request.language(), code)
                : texts.code(request.language(), code);
    }
}

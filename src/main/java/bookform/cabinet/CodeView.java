package bookform.cabinet;

import bookform.phones.PhoneNumbers;
import bookform.web.Texts;
import java.util.Optional;

/**
 * What {@code templates/cabinet/phoneCode.jte} prints.
 *
 * @param other where to type another phone or address; empty where there is no other
 * @param form the booking form that the client came from; empty for none
 * @param next where to go then; empty where that is known
 * @param error a sentence by the code; empty for none
 */
public record CodeView(CabinetFrame frame, SentTo sentTo, Action action, Optional<Other> other, String form, String next, String error) {
    /**
     * Where the code went.
     *
     * @param text a phone or an e-mail address as people read it, to be checked
     * @param field what the form calls it
     * @param value the same for the form; empty where it is the client's own
     */
    public record SentTo(String text, String field, String value) {
        static SentTo phone(String number) {
            return new SentTo(PhoneNumbers.pretty(number), "phone", number);
        }

        static SentTo email(String address) {
            return new SentTo(address, "email", address);
        }

        static SentTo ownPhone(String number) {
            return new SentTo(PhoneNumbers.pretty(number), "phone", "");
        }
    }

    /**
     * What the code is good for.
     *
     * @param url takes it
     * @param resendUrl sends another one
     * @param danger it cannot be undone
     */
    public record Action(String url, String resendUrl, String button, boolean danger) {}

    /** A way back to what the code was sent to. */
    public record Other(String url, String name) {}

    /** @param url the page's own, in another language, too */
    static CodeView toSignIn(Visitor visitor, String url, String number, String next) {
        var t = visitor.t();
        var frame = CabinetFrame.outside(visitor, t.text("sign_in.code_heading"), url).withBack(SessionPage.URL);
        return new CodeView(frame, SentTo.phone(number), new Action(SessionPage.URL, SessionPage.CODES_URL, t.text("sign_in.enter"), false),
                Optional.of(new Other(SessionPage.URL, t.text("phone_code.change_phone"))), visitor.formNumber(), next, "");
    }

    /** To make the phone the client's. */
    static CodeView toChangePhone(Visitor visitor, String url, String number) {
        return toChange(visitor, url, SentTo.phone(number), visitor.t().text("phone_code.change_phone"));
    }

    /** To make the e-mail address the client's. */
    static CodeView toChangeEmail(Visitor visitor, String url, String address) {
        return toChange(visitor, url, SentTo.email(address), visitor.t().text("profile.change_email"));
    }

    /** To be forgotten. */
    static CodeView toErase(Visitor visitor, String url, String phone) {
        var action = new Action(ErasurePage.URL, ErasurePage.URL + "-confirmations", visitor.t().text("erasure.erase"), true);
        return inside(visitor, url, ErasurePage.URL, SentTo.ownPhone(phone), action, Optional.empty());
    }

    CodeView withNotice(String notice) {
        return new CodeView(frame.withNotice(notice), sentTo, action, other, form, next, error);
    }

    CodeView withError(String error) {
        return new CodeView(frame, sentTo, action, other, form, next, error);
    }

    public Texts t() {
        return frame.t();
    }

    private static CodeView toChange(Visitor visitor, String url, SentTo sentTo, String other) {
        var takes = ProfilePage.URL + "/" + sentTo.field();
        var action = new Action(takes, takes + "-confirmations", visitor.t().text("profile.save"), false);
        return inside(visitor, url, ProfilePage.URL, sentTo, action, Optional.of(new Other(ProfilePage.URL, other)));
    }

    private static CodeView inside(Visitor visitor, String url, String back, SentTo sentTo, Action action, Optional<Other> other) {
        var frame = CabinetFrame.inside(visitor, visitor.t().text("sign_in.code_heading"), ProfilePage.URL, url).withBack(back);
        return new CodeView(frame, sentTo, action, other, visitor.formNumber(), "", "");
    }
}

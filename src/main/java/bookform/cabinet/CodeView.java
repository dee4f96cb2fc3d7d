package bookform.cabinet;

import bookform.web.PhoneNumbers;
import bookform.web.Texts;

/**
 * What {@code templates/cabinet/phoneCode.jte} prints.
 *
 * @param phone as people read it, to be checked
 * @param number the same, E.164
 * @param next where to go then; empty where that is known
 * @param action takes the code
 * @param resendUrl sends another one
 * @param otherUrl where to type another phone
 * @param button what happens then
 * @param error a sentence by the code; empty for none
 */
public record CodeView(CabinetFrame frame, String phone, String number, String form, String next, String action,
        String resendUrl, String otherUrl, String button, String error) {
    /** To sign in. */
    static CodeView of(Visitor visitor, SignInForm form, String number, String error, String notice) {
        var frame = CabinetFrame.outside(visitor, visitor.t().text("sign_in.code_heading"), SessionPage.URL).withNotice(notice);
        return new CodeView(frame.withBack(SessionPage.URL), PhoneNumbers.pretty(number), number, visitor.formNumber(), form.next(),
                SessionPage.URL, "/cabinet/phone-confirmations", SessionPage.URL, visitor.t().text("sign_in.enter"), error);
    }

    /** To make the phone the client's. */
    static CodeView toChangePhone(Visitor visitor, String number, String error, String notice) {
        var t = visitor.t();
        var frame = CabinetFrame.inside(visitor, t.text("sign_in.code_heading"), ProfilePage.URL, ProfilePage.URL).withNotice(notice);
        return new CodeView(frame.withBack(ProfilePage.URL), PhoneNumbers.pretty(number), number, visitor.formNumber(), "",
                ProfilePage.URL + "/phone", ProfilePage.URL + "/phone-confirmations", ProfilePage.URL, t.text("profile.save"), error);
    }

    public Texts t() {
        return frame.t();
    }
}

package bookform.cabinet;

import bookform.web.PhoneNumbers;
import bookform.web.Texts;

/**
 * What {@code templates/cabinet/phoneCode.jte} prints.
 *
 * @param sentTo a phone as people read it, to be checked, or an e-mail address
 * @param field what the form calls it
 * @param value the same for the form, E.164; empty where that is known
 * @param next where to go then; empty where that is known
 * @param action takes the code
 * @param resendUrl sends another one
 * @param otherUrl where to type another phone or address; empty where there is no other
 * @param other what that is called
 * @param button what happens then
 * @param danger it cannot be undone
 * @param error a sentence by the code; empty for none
 */
public record CodeView(CabinetFrame frame, String sentTo, String field, String value, String form, String next, String action,
        String resendUrl, String otherUrl, String other, String button, boolean danger, String error) {
    /** To sign in. */
    static CodeView of(Visitor visitor, SignInForm form, String number, String error, String notice) {
        var frame = CabinetFrame.outside(visitor, visitor.t().text("sign_in.code_heading"), SessionPage.URL).withNotice(notice);
        return new CodeView(frame.withBack(SessionPage.URL), PhoneNumbers.pretty(number), "phone", number, visitor.formNumber(),
                form.next(), SessionPage.URL, "/cabinet/phone-confirmations", SessionPage.URL,
                visitor.t().text("phone_code.change_phone"), visitor.t().text("sign_in.enter"), false, error);
    }

    /** To make the phone the client's. */
    static CodeView toChangePhone(Visitor visitor, String number, String error, String notice) {
        var t = visitor.t();
        return new CodeView(inside(visitor, ProfilePage.URL, notice), PhoneNumbers.pretty(number), "phone", number, visitor.formNumber(),
                "", ProfilePage.URL + "/phone", ProfilePage.URL + "/phone-confirmations", ProfilePage.URL,
                t.text("phone_code.change_phone"), t.text("profile.save"), false, error);
    }

    /** To make the e-mail address the client's. */
    static CodeView toChangeEmail(Visitor visitor, String email, String error, String notice) {
        var t = visitor.t();
        return new CodeView(inside(visitor, ProfilePage.URL, notice), email, "email", email, visitor.formNumber(), "",
                ProfilePage.URL + "/email", ProfilePage.URL + "/email-confirmations", ProfilePage.URL, t.text("profile.change_email"),
                t.text("profile.save"), false, error);
    }

    /** To be forgotten. */
    static CodeView toErase(Visitor visitor, String phone, String error, String notice) {
        return new CodeView(inside(visitor, ErasurePage.URL, notice), phone, "phone", "", visitor.formNumber(), "", ErasurePage.URL,
                ErasurePage.URL + "-confirmations", "", "", visitor.t().text("erasure.erase"), true, error);
    }

    public Texts t() {
        return frame.t();
    }

    private static CabinetFrame inside(Visitor visitor, String back, String notice) {
        return CabinetFrame.inside(visitor, visitor.t().text("sign_in.code_heading"), ProfilePage.URL, back).withBack(back)
                .withNotice(notice);
    }
}

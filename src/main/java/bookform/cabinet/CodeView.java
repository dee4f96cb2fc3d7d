package bookform.cabinet;

import bookform.web.PhoneNumbers;
import bookform.web.Texts;

/**
 * What {@code templates/cabinet/phoneCode.jte} prints.
 *
 * @param phone as people read it, to be checked
 * @param number the same, E.164
 * @param error a sentence by the code; empty for none
 */
public record CodeView(CabinetFrame frame, String phone, String number, String form, String next, String error) {
    static CodeView of(Visitor visitor, SignInForm form, String number, String error, String notice) {
        var frame = CabinetFrame.outside(visitor, visitor.t().text("sign_in.code_heading"), SessionPage.URL).withNotice(notice);
        return new CodeView(frame.withBack(SessionPage.URL), PhoneNumbers.pretty(number), number, visitor.formNumber(), form.next(), error);
    }

    public Texts t() {
        return frame.t();
    }
}

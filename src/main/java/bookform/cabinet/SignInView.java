package bookform.cabinet;

import bookform.web.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What {@code templates/cabinet/session.jte} prints.
 *
 * @param otherUrl the other way to come in
 * @param canSendCode whether it is known who would send one
 */
public record SignInView(CabinetFrame frame, boolean byPassword, boolean canSendCode, String phone, String phoneExample, String login,
        String form, String next, Map<String, String> errors, String otherUrl) {

    static SignInView of(Visitor visitor, SignInForm form, Map<String, String> errors, String notice) {
        var t = visitor.t();
        var frame = CabinetFrame.outside(visitor, t.text("sign_in.heading"), url(form, form.byPassword())).withNotice(notice);
        return new SignInView(frame, form.byPassword(), visitor.location().isPresent(), form.phone(), SignInForm.example(visitor),
                form.login(), visitor.formNumber(), form.next(), errors, url(form, !form.byPassword()));
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public Texts t() {
        return frame.t();
    }

    private static String url(SignInForm form, boolean byPassword) {
        var next = form.next().equals(Next.USUAL) ? "" : "next=" + URLEncoder.encode(form.next(), StandardCharsets.UTF_8);
        var with = byPassword ? "with=password" : "";
        var query = next.isEmpty() || with.isEmpty() ? next + with : next + "&" + with;
        return SessionPage.URL + (query.isEmpty() ? "" : "?" + query);
    }
}

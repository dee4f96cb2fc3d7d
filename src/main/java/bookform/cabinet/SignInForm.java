package bookform.cabinet;

import bookform.phones.PhoneNumbers;
import bookform.web.Incoming;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed to sign in, exactly as typed.
 *
 * @param next where to go then, in the cabinet
 */
record SignInForm(boolean byPassword, String phone, String login, String password, String next) {
    static SignInForm from(Context ctx, Next next) {
        var sent = ctx.method().name().equals("POST");
        return new SignInForm("password".equals(sent ? ctx.formParam("with") : ctx.queryParam("with")), Incoming.typed(ctx, "phone"),
                Incoming.typed(ctx, "login").strip(), Incoming.typed(ctx, "password"),
                next.safe(sent ? ctx.formParam("next") : ctx.queryParam("next")));
    }

    /** Field name to message, in the order of the fields; empty when the form is fine. */
    Map<String, String> errors(Visitor visitor) {
        var t = visitor.t();
        var errors = new LinkedHashMap<String, String>();
        if (byPassword) {
            if (login.isEmpty()) errors.put("login", t.text("sign_in.login_required"));
            if (password.isEmpty()) errors.put("password", t.text("sign_in.password_required"));
        } else if (phoneNumber(visitor.country()).isEmpty()) {
            errors.put("phone", phoneError(visitor, phone));
        }
        return errors;
    }

    /** E.164, read as a number of the country unless it says another. */
    Optional<String> phoneNumber(String country) {
        return PhoneNumbers.parse(phone, country);
    }

    /** What is wrong with a phone that is none. */
    static String phoneError(Visitor visitor, String typed) {
        if (typed.isBlank()) return visitor.t().text("details.phone_required");
        return visitor.t().text("details.phone_invalid", "example", Texts.isolated(example(visitor)));
    }

    static String example(Visitor visitor) {
        var example = visitor.country().isEmpty() ? "" : PhoneNumbers.example(visitor.country());
        return example.isEmpty() ? "+370 612 34567" : example;
    }

    /** Keeps what was typed. */
    @Override
    public String toString() {
        return "SignInForm[" + (byPassword ? "password" : "code") + "]";
    }
}

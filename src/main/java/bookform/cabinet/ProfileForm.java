package bookform.cabinet;

import bookform.booking.ClientDetails;
import bookform.web.EmailAddresses;
import bookform.web.Incoming;
import bookform.web.PlainText;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** What clients typed about themselves, exactly as typed. */
record ProfileForm(String typedName, String typedEmail) {
    static ProfileForm from(Context ctx) {
        return new ProfileForm(Incoming.typed(ctx, "name"), Incoming.typed(ctx, "email"));
    }

    /** Field name to message, in the order of the fields; empty when the form is fine. */
    Map<String, String> errors(Texts t) {
        var errors = new LinkedHashMap<String, String>();
        if (name().isEmpty()) errors.put("name", t.text("details.name_required"));
        else if (name().codePointCount(0, name().length()) > ClientDetails.LONGEST_NAME)
            errors.put("name", t.text("details.name_too_long"));
        if (!email().isEmpty() && !EmailAddresses.isWhole(email())) errors.put("email", t.text("details.email_invalid"));
        return errors;
    }

    String name() {
        return PlainText.oneLine(typedName);
    }

    /** Empty for none. */
    String email() {
        return typedEmail.strip();
    }

    /** By field. */
    Map<String, String> typed() {
        return Map.of("name", typedName, "email", typedEmail);
    }

    /** Keeps what was typed. */
    @Override
    public String toString() {
        return "ProfileForm[…]";
    }
}

package bookform.backend.http;

import bookform.altegio.wire.Envelope.Count;
import bookform.altegio.wire.SignIn;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Clients who come back: signing in, and what they may change about themselves (altegio-api.md §5). */
final class ClientOperations {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]{1,64}@[^@\\s,;<>]{1,190}\\.[^@\\s,;<>.]{1,63}");
    private static final int LONGEST_NAME = 200;
    private static final int CODE_DIGITS = 6;

    /** No country: a number must say its own. */
    private static final String ANYWHERE = "ZZ";

    private final ClientApi clients;

    ClientOperations(ClientApi clients) {
        this.clients = clients;
    }

    Answer signInWithPassword(Call call) {
        var body = call.body(SignIn.WithPassword.class);
        return Answer.of(user(clients.signInWithPassword(body.login(), body.password(), call.sender()), Optional.empty()));
    }

    /** A phone that cannot be one gets the answer of a wrong code: nobody has it. */
    Answer signInWithCode(Call call) {
        var body = call.body(SignIn.WithCode.class);
        return Answer.of(new SignIn.Token(clients.signInWithCode(phone(body.phone()), code(body.code()), call.sender())));
    }

    /** Ours alone: the original leaves a token good until the password changes. */
    Answer signOut(Call call) {
        if (call.flag("everywhere")) clients.signOutEverywhere(call.user());
        else clients.signOut(call.user());
        return Answer.nothing();
    }

    Answer show(Call call) {
        return Answer.of(user(call.user(), Optional.of(call.user())));
    }

    /** The phone first: it alone can be refused, and then nothing was changed. */
    Answer change(Call call) {
        var body = call.body(SignIn.Change.class);
        var known = clients.profile(call.user());
        var name = body.name().map(String::strip).orElse(known.name());
        var email = body.email().map(String::strip).orElse(known.email());
        if (body.name().isPresent() && name.isEmpty()) throw new BookingRefused(Reason.NAME_MISSING);
        if (name.length() > LONGEST_NAME) throw Refusal.wrong("Too long: name");
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) throw Refusal.wrong("The e-mail address is not valid.");
        body.phone().filter(text -> !text.isBlank()).map(ClientOperations::phone).filter(phone -> !phone.equals(known.phone()))
                .ifPresent(phone -> clients.changePhone(call.user(), phone, code(body.confirmationCode()), language(call)));
        clients.changeProfile(call.user(), name, email);
        return Answer.message("Accepted");
    }

    /** A wrong present password is no reason to be signed out. */
    Answer changePassword(Call call) {
        var body = call.body(SignIn.PasswordChange.class);
        try {
            return Answer.of(new SignIn.Token(clients.changePassword(call.user(), body.oldPassword(), body.newPassword())));
        } catch (BookingRefused refused) {
            if (refused.reason() == Reason.LOGIN_WRONG) throw Refusal.wrong("The old password is wrong.");
            throw refused;
        }
    }

    /** Memberships, gift cards and loyalty cards: nobody has any, as there are none to be had here. */
    Answer loyalty(Call call) {
        clients.profile(call.user());
        return Answer.of(List.of(), new Count(0));
    }

    /** Whoever is not signed in does not learn what is wrong with the rest. */
    Answer sendPhoneChangeCode(Call call) {
        clients.profile(call.user());
        var location = location(call);
        var phone = call.query("phone").flatMap(text -> Phones.parse(text, location.country()))
                .orElseThrow(() -> new BookingRefused(Reason.PHONE_INVALID));
        clients.sendPhoneChangeCode(call.user(), location.id(), phone, language(call), call.sender());
        return Answer.message("Accepted");
    }

    /** Not a chain, which is documented as another way to say it: we have none. */
    private static Location location(Call call) {
        return call.location(call.number("company_id").or(() -> call.number("location_id"))
                .orElseThrow(() -> Refusal.wrong("The location is missing: company_id")));
    }

    private SignIn.User user(String token, Optional<String> again) {
        var profile = clients.profile(token);
        return new SignIn.User(again, profile.id(), token, profile.name(), profile.phone(), profile.login(), profile.email(),
                profile.avatar().orElse(""));
    }

    private static String phone(String text) {
        return Phones.parse(text, ANYWHERE).orElse("");
    }

    /** Clients that send it as a number lose the zeros in front. */
    private static String code(String text) {
        return text.isBlank() || text.length() >= CODE_DIGITS ? text : "0".repeat(CODE_DIGITS - text.length()) + text;
    }

    private static Locale language(Call call) {
        return call.language().orElse(Locale.ENGLISH);
    }
}

package bookform.altegio;

import bookform.altegio.wire.SignIn;
import bookform.booking.Appointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.ClientProfile;
import bookform.booking.ClientSession;
import bookform.booking.Location;
import bookform.booking.Loyalty;
import bookform.booking.OwnAppointment;
import bookform.booking.Review;
import bookform.booking.ReviewedVisit;
import bookform.booking.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Clients of an Altegio account who come back (altegio-api.md §5). Nothing of it is remembered. */
final class AltegioClientApi implements ClientApi {
    private static final Pattern TOKEN = Pattern.compile("[!-+\\--~]{1,1000}"); // no comma: it ends the token in the header

    private final Upstream upstream;
    private final Reviews reviews;
    private final OwnAppointments appointments;
    private final Loyalties loyalties;

    AltegioClientApi(Upstream upstream, Memory memory, Records records, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.reviews = new Reviews(upstream, memory, locations);
        this.loyalties = new Loyalties(upstream);
        this.appointments = new OwnAppointments(upstream, new Changes(upstream, memory), records, locations);
    }

    // Coming in and going out

    @Override
    public String signInWithCode(String phone, String code, Sender sender) {
        return token(Call.post("user/auth").body(new SignIn.WithCode(phone, code)), Reason.CODE_WRONG);
    }

    @Override
    public String signInWithPassword(String login, String password, Sender sender) {
        return token(Call.post("booking/auth").body(new SignIn.WithPassword(login, password)), Reason.LOGIN_WRONG);
    }

    /** The original has no such call: there the token stays good, and only forgetting it helps. */
    @Override
    public void signOut(String token) {
        if (TOKEN.matcher(token).matches()) upstream.send(Call.delete("booking/auth").by(token));
    }

    /** As {@link #signOut}: on the original, a new password is what ends all sessions. */
    @Override
    public void signOutEverywhere(String token) {
        if (!upstream.send(by(token, Call.delete("booking/auth").query("everywhere", 1))).isGood()) profile(token);
    }

    /** The API does not say. */
    @Override
    public List<ClientSession> sessions(String token) {
        profile(token);
        return List.of();
    }

    @Override
    public void endSession(String token, long session) {
        profile(token);
    }

    // Who they are

    @Override
    public ClientProfile profile(String token) {
        var call = by(token, Call.get("booking/user/data"));
        var user = good(call, Reason.SIGNED_OUT).read(call, SignIn.User.class);
        return new ClientProfile(user.id(), user.name(), e164(user.phone()), user.login(), user.email(),
                !user.email().isEmpty(), Offers.picture(user.avatar()),
                true);
    }

    @Override
    public void changeProfile(String token, String name, String email) {
        change(token, new SignIn.Change(Optional.of(name), Optional.of(email), Optional.empty(), ""), Locale.ENGLISH, Reason.NAME_MISSING);
    }

    @Override
    public Duration sendPhoneChangeCode(String token, long location, String phone, Locale language, Sender sender) {
        good(by(token, Call.get("booking/user/phone_confirmation").query("phone", phone).query("company_id", location).in(language)),
                Reason.PHONE_INVALID);
        return CodeRequests.USUAL_WAIT;
    }

    /** With the name and address as they are: the original takes them for the new ones. */
    @Override
    public void changePhone(String token, String phone, String code, Locale language) {
        var known = profile(token);
        change(token,
                new SignIn.Change(Optional.of(known.name()).filter(name -> !name.isBlank()), Optional.of(known.email()), Optional.of(phone),
                        code),
                language,
                Reason.CODE_WRONG);
    }

    @Override
    public String changePassword(String token, String present, String next) {
        var length = next.codePointCount(0, next.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) throw new BookingRefused(Reason.PASSWORD_LENGTH);
        return token(by(token, Call.put("booking/user/password").body(new SignIn.PasswordChange(present, next))), Reason.LOGIN_WRONG);
    }

    // Their appointments

    @Override
    public List<OwnAppointment> appointments(String token) {
        return appointments.list(by(token, Call.get("user/records")));
    }

    @Override
    public Optional<OwnAppointment> findAppointment(String token, long location, long appointment) {
        return appointments.find(call -> by(token, call), location, appointment);
    }

    @Override
    public Optional<Appointment> cancel(String token, long location, long appointment) {
        return appointments.cancel(call -> by(token, call), location, appointment);
    }

    @Override
    public Optional<Appointment> move(String token, long location, long appointment, Instant start, Optional<String> comment) {
        return appointments.move(call -> by(token, call), location, appointment, start, comment);
    }

    // What they hold

    @Override
    public boolean hasLoyalty() {
        return true;
    }

    @Override
    public Loyalty loyalty(String token, Location location) {
        return loyalties.of(call -> by(token, call), location);
    }

    // Reviews

    @Override
    public Optional<ReviewedVisit> findReviewedVisit(String reviewToken) {
        return reviews.find(reviewToken);
    }

    @Override
    public Optional<ReviewedVisit> review(String reviewToken, Review.Draft draft) {
        return reviews.review(reviewToken, draft);
    }

    @Override
    public List<Review> reviews(long location, Review.Filter filter) {
        return reviews.list(location, filter);
    }

    @Override
    public Optional<Review> reviewTeamMember(String token, long location, long teamMember, Review.Draft draft) {
        return reviews.reviewTeamMember(call -> by(token, call), location, teamMember, draft);
    }

    private static Call by(String token, Call call) {
        if (!TOKEN.matcher(token).matches()) throw new BookingRefused(Reason.SIGNED_OUT);
        return call.by(token);
    }

    private String token(Call call, Reason usual) {
        var token = good(call, usual).read(call, SignIn.Token.class).userToken();
        if (token.isEmpty()) throw new Fault(Fault.Kind.GARBLED, call);
        return token;
    }

    private void change(String token, SignIn.Change change, Locale language, Reason usual) {
        good(by(token, Call.put("booking/user").in(language).body(change)), usual);
    }

    private Reply good(Call call, Reason usual) {
        var reply = upstream.send(call);
        if (!reply.isGood()) throw Refusals.ofClient(call, reply, usual);
        return reply;
    }

    /** Older answers have digits alone. */
    private static String e164(String phone) {
        return phone.isEmpty() || phone.startsWith("+") ? phone : "+" + phone;
    }
}

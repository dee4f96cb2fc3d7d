package bookform.backend.http;

import bookform.altegio.wire.WireTime;
import bookform.booking.BookingApi;
import bookform.booking.Choices;
import bookform.booking.Location;
import bookform.booking.Sender;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One call of an operation: what its address, query, headers and body say, read leniently (altegio-api.md §1.8, §14.1). */
final class Call {
    private static final Pattern INDEX = Pattern.compile("\\[\\d{0,6}]$");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final int MOST_IDS = 100;

    private final Context ctx;
    private final Partner partner;
    private final Optional<String> userToken;
    private final BookingApi api;

    Call(Context ctx, Partner partner, Optional<String> userToken, BookingApi api) {
        this.ctx = ctx;
        this.partner = partner;
        this.userToken = userToken;
        this.api = api;
    }

    Partner partner() {
        return partner;
    }

    /** Of a client who is signed in; whose it is, and whether it is any good, is not yet known. */
    Optional<String> userToken() {
        return userToken;
    }

    /** The token of the client who is signed in; whether it is any good is not yet known. */
    String user() {
        return userToken.orElseThrow(Refusal::notSignedIn);
    }

    Sender sender() {
        return Caller.sender(ctx);
    }

    Format format() {
        return Format.of(ctx);
    }

    /** A part of the path. */
    String text(String name) {
        return ctx.pathParam(name);
    }

    /** A number in the path; everything else there is not found. */
    long id(String name) {
        if (!ID.matcher(text(name)).matches()) throw Refusal.notFound();
        return Long.parseLong(text(name));
    }

    /** The location in the path. */
    Location location() {
        return location(id("location"));
    }

    /** A location that there is, and that this partner may see. */
    Location location(long id) {
        if (!partner.maySee(id)) throw Refusal.accessDenied();
        return api.findLocation(id).orElseThrow(Refusal::notFound);
    }

    /** A part of the query; what is blank is not there. */
    Optional<String> query(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<Long> number(String name) {
        return query(name).map(text -> number(name, text));
    }

    boolean flag(String name) {
        return query(name).filter(text -> text.equals("1") || text.equalsIgnoreCase("true")).isPresent();
    }

    Optional<LocalDate> date(String name) {
        return query(name).map(text -> WireTime.date(text).orElseThrow(() -> Refusal.wrong("There is no such date: " + name)));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(ctx.header(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    List<Long> serviceIds() {
        return ids("service_ids");
    }

    /**
     * {@code service_ids[]=1&service_ids[]=2}, {@code [0]=1}, {@code =1,2}, and whatever else clients make of a list.
     *
     * @param names of the parameter, the present one first
     */
    List<Long> ids(String... names) {
        var ids = ctx.queryParamMap().entrySet().stream()
                .filter(parameter -> List.of(names).contains(withoutIndex(parameter.getKey())))
                .flatMap(parameter -> parameter.getValue().stream()).flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip).filter(id -> !id.isEmpty()).map(id -> number(names[0], id)).distinct()
                .limit(MOST_IDS + 1L).toList();
        if (ids.size() > MOST_IDS) throw Refusal.wrong("Too many " + names[0]);
        return ids;
    }

    private static String withoutIndex(String name) {
        return name.endsWith("]") ? INDEX.matcher(name).replaceFirst("") : name;
    }

    /** The chosen services, the team member in the query, and the start there; a date without a time is no start. */
    Choices choices(ZoneId zone) {
        return new Choices(serviceIds(), number("staff_id").flatMap(Call::teamMember), start(zone));
    }

    /** 0 and -1 stand for anybody. */
    static Optional<Long> teamMember(long staffId) {
        return staffId <= 0 ? Optional.empty() : Optional.of(staffId);
    }

    /** The team member in the path. */
    Optional<Long> teamMember() {
        return text("staff").equals("-1") ? Optional.empty() : teamMember(id("staff"));
    }

    /**
     * The body, whatever its content type says.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON, or another
     */
    <T> T body(Class<T> type) {
        return Body.read(ctx, type);
    }

    /** As {@link #body(Class)}; when it is a bare list, that is taken for the field of this name. */
    <T> T body(Class<T> type, String field) {
        return Body.read(ctx, type, field);
    }

    /** The language that the caller would like best; empty when it does not say. */
    Optional<Locale> language() {
        return Caller.language(ctx);
    }

    /** An address of ours as the caller can use it; others stay as they are. */
    String absolute(String address) {
        return address.startsWith("/") ? ctx.scheme() + "://" + ctx.host() + address : address;
    }

    private Optional<Instant> start(ZoneId zone) {
        return query("datetime").filter(text -> text.length() > "2030-01-15".length())
                .map(text -> WireTime.instant(text, zone).orElseThrow(() -> Refusal.wrong("There is no such time: datetime")));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw Refusal.wrong("Not a number: " + name);
        }
    }
}

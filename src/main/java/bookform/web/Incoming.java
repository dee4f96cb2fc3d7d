package bookform.web;

import bookform.booking.Sender;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** What requests bring: numbers in addresses, and what people typed. */
public final class Incoming {
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private Incoming() {}

    /** Empty for what is no number that anything could have; {@code text} may be null. */
    public static Optional<Long> id(String text) {
        return Optional.ofNullable(text).filter(digits -> ID.matcher(digits).matches()).map(Long::valueOf);
    }

    /** @param name of a part of the path, as the route has it */
    public static Optional<Long> pathId(Context ctx, String name) {
        return id(ctx.pathParam(name));
    }

    /** What was asked for, with its query. */
    static String address(Context ctx) {
        return ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
    }

    /** Who sends, as far as a network tells it. */
    public static Sender sender(Context ctx) {
        return Sender.of(ctx.ip(), ctx.header("X-Forwarded-For"));
    }

    /** A field of a form exactly as it was typed; empty when it was not sent. */
    public static String typed(Context ctx, String field) {
        var value = ctx.formParam(field);
        return value == null ? "" : value;
    }
}

package bookform.backend.http;

import bookform.booking.Sender;
import io.javalin.http.Context;

/** Where a call comes from. */
final class Caller {
    private Caller() {}

    static String address(Context ctx) {
        var address = sender(ctx).address();
        return address.isEmpty() ? ctx.ip() : address;
    }

    static Sender sender(Context ctx) {
        return Sender.of(ctx.ip(), ctx.header("X-Forwarded-For"));
    }
}

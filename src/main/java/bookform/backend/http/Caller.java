package bookform.backend.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a call comes from. */
final class Caller {
    private Caller() {}

    /**
     * The peer's address; if that is this machine or a private network, our proxy is the peer, and the caller is who it forwards for.
     * Only good for counting calls: whoever is in the private network can pretend.
     */
    static String address(Context ctx) {
        var peer = ctx.ip();
        var forwarded = ctx.header("X-Forwarded-For");
        return forwarded == null || !isNear(peer) ? peer : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private static boolean isNear(String peer) {
        try {
            var address = InetAddress.getByName(peer); // a literal address: asks nobody
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}

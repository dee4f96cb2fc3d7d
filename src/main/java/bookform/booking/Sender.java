package bookform.booking;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * From where somebody asks for something that costs money or could be guessed, so that one of them cannot spend what is everybody's.
 *
 * @param address their network address, as text; empty when nobody but ourselves asks
 */
public record Sender(String address) {
    public static final Sender OURSELVES = new Sender("");

    private static final int NETWORK_BYTES = 8;

    /**
     * The peer of a connection; if that is this machine or in a private network, it is our proxy, and the sender is who it forwards for.
     * A proxy that does not say counts as ourselves, or all its clients would share what is one's. Only good for counting: whoever is in
     * the private network can pretend.
     *
     * @param forwardedFor the header {@code X-Forwarded-For}; null when there is none
     */
    public static Sender of(String peer, String forwardedFor) {
        if (!isNear(peer)) return new Sender(peer);
        return forwardedFor == null ? OURSELVES : new Sender(forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip());
    }

    /** What they count as. Whoever has an IPv6 address has all that begin with the same 64 bits. */
    public String network() {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (IllegalArgumentException name) {
            return address;
        }
    }

    private static boolean isNear(String peer) {
        try {
            var address = InetAddress.ofLiteral(peer);
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}

package bookform.altegio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A way to a server on which three of ten packets are lost. Not in the kernel, as few machines let a test do that: above it a lost
 * packet is one that comes late, after 200 ms, 400 ms when it is lost again, and so on, and so are these; the first one of a
 * connection, which stands for its handshake, after a second. Closed, it takes nobody new, and loses nothing more of those it has.
 */
final class LossyWay implements AutoCloseable {
    private static final double LOST = 0.3;
    private static final int PACKET = 1_400;
    private static final long SEED = 20261122;

    private final ServerSocket socket;
    private final Thread accepting = Thread.ofVirtual().unstarted(this::accept);
    private final int server;
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    LossyWay(int port, int server) throws IOException {
        this.socket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        this.server = server;
        accepting.start();
    }

    @Override
    public void close() throws IOException {
        FaultyProxy.close(socket, accepting);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                // there is no next one
            }
        }
    }

    private void serve(Socket client) {
        try (client; var upstream = new Socket("127.0.0.1", server)) {
            late(1_000);
            var there = Thread.ofVirtual().start(() -> pass(client, upstream));
            pass(upstream, client);
            there.join();
        } catch (IOException | InterruptedException gone) {
            // as it should be
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            pass(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // as it should be
        }
    }

    private void pass(InputStream in, OutputStream out) throws IOException {
        var packet = new byte[PACKET];
        for (var length = in.read(packet); length >= 0; length = in.read(packet)) {
            late(200);
            out.write(packet, 0, length);
            out.flush();
        }
    }

    private void late(long millis) {
        for (var pause = millis; !socket.isClosed() && isLost(); pause *= 2) LockSupport.parkNanos(pause * 1_000_000);
    }

    private synchronized boolean isLost() {
        return random.nextDouble() < LOST;
    }
}

package bookform.altegio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;

/** Stands between our client and a server, passes on what is said, and does what goes wrong in a network. Raw sockets: no library does half of it. */
final class FaultyProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket socket;
    private final Thread accepting = Thread.ofVirtual().unstarted(this::accept);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile TransportFault fault = TransportFault.NONE;
    private volatile String where = "";
    private volatile String after = "";

    FaultyProxy(URI server) {
        this(server, plain());
    }

    FaultyProxy(URI server, ServerSocket socket) {
        this.server = server;
        this.socket = socket;
        accepting.start();
    }

    URI url() {
        return URI.create(
                (socket instanceof SSLServerSocket ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort() + server.getPath());
    }

    /** @param where the beginnings of calls that it befalls, {@code POST /api/v1/book_record} */
    void does(TransportFault fault, String where) {
        does(fault, where, "");
    }

    /** @param after the beginning of a call that has to arrive first, which nothing befalls */
    void does(TransportFault fault, String where, String after) {
        this.fault = fault;
        this.where = where;
        this.after = after;
        seen.clear();
    }

    void works() {
        does(TransportFault.NONE, "");
    }

    /** What arrived here since the fault began, {@code POST /api/v1/book_record/1}. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    long writes() {
        return seen.stream().filter(call -> !call.startsWith("GET")).count();
    }

    @Override
    public void close() throws IOException {
        close(socket, accepting);
    }

    /** The address is free for others only when nobody accepts at it any more. */
    static void close(ServerSocket socket, Thread accepting) throws IOException {
        socket.close();
        try {
            accepting.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                // the next one, if there is one
            }
        }
    }

    /** One request a connection. */
    private void serve(Socket client) {
        var now = fault;
        try (client) {
            var request = request(client.getInputStream());
            if (request.length == 0) return;
            var line = new String(request, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
            seen.add(line.replaceFirst(" HTTP/.*", "").replaceFirst("\\?.*", ""));
            var befalls = line.startsWith(where) && seen.stream().anyMatch(call -> call.startsWith(after));
            (befalls ? now : TransportFault.NONE).answer(client, client.getOutputStream(), () -> pass(request));
        } catch (IOException gone) {
            // as it should be
        }
    }

    private byte[] pass(byte[] request) throws IOException {
        try (var upstream = new Socket("127.0.0.1", server.getPort())) {
            upstream.getOutputStream().write(request);
            return upstream.getInputStream().readAllBytes();
        }
    }

    /** With {@code Connection: close} put in, so that the end of the answer is the end of the connection. */
    private static byte[] request(InputStream stream) throws IOException {
        var in = new BufferedInputStream(stream);
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) return new byte[0];
            head.write(next);
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        var length = text.lines().filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())).findFirst().orElse(0);
        var all = new ByteArrayOutputStream();
        all.writeBytes(text.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(in.readNBytes(length));
        return all.toByteArray();
    }

    /** The server's own answer to the request, whole. */
    interface Passed {
        byte[] answer() throws IOException;
    }

    static void write(OutputStream out, String status, String type, String body, String... headers) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n" + more
                + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
    }
}

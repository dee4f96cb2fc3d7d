package bookform.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One kept-alive connection that sends a request and reads its answer, no more: the load generator must cost less than what it
 * measures. Understands answers with a {@code Content-Length}, or without a body.
 */
final class Connection implements AutoCloseable {
    /** @param head status line and headers */
    record Answer(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final int END_OF_HEAD = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] head = new byte[16_384];

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        out = socket.getOutputStream();
    }

    static byte[] get(int port, String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Language: en-GB,en;q=0.9\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param headers name, value, name, value … */
    static byte[] get(int port, String path, String... headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + lines(headers) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] postJson(int port, String path, String body, String... headers) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + lines(headers)
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String lines(String... headers) {
        var lines = new StringBuilder();
        for (var i = 0; i < headers.length; i += 2) lines.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        return lines.toString();
    }

    static byte[] post(int port, String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    Answer exchange(byte[] request) throws IOException {
        out.write(request);
        var read = readHead();
        var text = new String(head, 0, read, StandardCharsets.ISO_8859_1);
        return new Answer(Integer.parseInt(text.substring(9, 12)), text, in.readNBytes(length(text)));
    }

    private int readHead() throws IOException {
        var last = 0;
        for (var read = 0; read < head.length;) {
            var next = in.read();
            if (next < 0) throw new EOFException("The server closed the connection");
            head[read++] = (byte) next;
            last = last << 8 | next;
            if (last == END_OF_HEAD) return read;
        }
        throw new IOException("A head of more than " + head.length + " bytes");
    }

    private static int length(String head) throws IOException {
        var lower = head.toLowerCase(Locale.ROOT);
        var at = lower.indexOf("\ncontent-length:");
        if (at < 0) {
            if (lower.contains("transfer-encoding")) throw new IOException("An answer in chunks");
            return 0;
        }
        var from = at + "\ncontent-length:".length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package bookform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Stands between us and a PostgreSQL server, and breaks the connection of one transaction, where it is told to. */
public final class LossyPostgres implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql://)([^/:]+):([0-9]+)(/.*)");

    private final String url;
    private final int port;
    private final ServerSocket socket;
    private final AtomicReference<Plan> plan = new AtomicReference<>();

    /** Where a transaction meets the end of its connection. */
    public enum Break {
        /** While it is under way: nothing is written. */
        STATEMENT,
        /** Its commit never arrives: nothing is written, but nobody can tell. */
        COMMIT,
        /** Its commit is obeyed, and the answer is lost. */
        ANSWER
    }

    private record Plan(Break where, String statement) {}

    public LossyPostgres(TestDatabase database) {
        var address = ADDRESS.matcher(database.url());
        if (!address.matches()) throw new IllegalArgumentException("Not a PostgreSQL");
        this.port = Integer.parseInt(address.group(3));
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // Else the driver prepares its COMMIT once, and calls it by a number afterwards.
        this.url = address.replaceFirst("$1127.0.0.1:" + socket.getLocalPort() + "$4") + "&prepareThreshold=0";
        Thread.ofVirtual().start(this::accept);
    }

    /** As {@code BOOKFORM_DATABASE} takes it. */
    public String url() {
        return url;
    }

    /** @param statement the beginning of one that the next transaction to be broken has, {@code UPDATE appointment} */
    public void breaks(Break where, String statement) {
        plan.set(new Plan(where, statement));
    }

    /** Whether it has happened. */
    public boolean isDone() {
        return plan.get() == null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                var server = new Socket("127.0.0.1", port);
                Thread.ofVirtual().start(() -> ask(client, server));
            } catch (IOException closed) {
                // the next one, if there is one
            }
        }
    }

    private void ask(Socket client, Socket server) {
        var lost = new AtomicBoolean();
        Thread.ofVirtual().start(() -> answer(server, client, lost));
        try (client; server) {
            var buffer = new byte[65_536];
            var meant = false;
            for (int length; (length = client.getInputStream().read(buffer)) >= 0;) {
                var said = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                var now = plan.get();
                meant |= now != null && said.contains(now.statement);
                if (meant && now != null && (now.where == Break.STATEMENT || said.contains("COMMIT"))) {
                    plan.set(null);
                    if (now.where != Break.ANSWER) return;
                    lost.set(true);
                }
                server.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException gone) {
            // as it should be
        }
    }

    /** An answer that is to be lost is waited for, so that what it tells of has happened. */
    private static void answer(Socket server, Socket client, AtomicBoolean lost) {
        try (client; server) {
            var buffer = new byte[65_536];
            for (int length; (length = server.getInputStream().read(buffer)) >= 0;) {
                if (lost.get()) return;
                client.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException gone) {
            // as it should be
        }
    }
}

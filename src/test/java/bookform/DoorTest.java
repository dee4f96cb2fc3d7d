package bookform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who comes at the moment in which the door is closed is answered, or refused, and not left waiting (reliability.md F1). */
@Timeout(60)
class DoorTest {
    private static final int TIMES = 1_000;
    private static final int PATIENCE_MILLIS = 1_000;

    @Test
    void nobodyIsLeftWaiting() throws Exception {
        for (var i = 0; i < TIMES; i++) assertTrue(isHeard(DoorTest::door), "after " + i);
    }

    /** The control: with the door that Jetty has, it is a matter of time. */
    @Test
    void somebodyIsWhereTheThreadAtTheDoorIsInterrupted() throws Exception {
        while (isHeard(ServerConnector::new)) Thread.onSpinWait();
    }

    /** Else whoever says nothing would hold a stop up for as long as it may take. */
    @Test
    void whoComesLastHasNoMoreTimeThanOthers() throws Exception {
        var server = new Server(new VirtualThreadPool());
        var door = door(server);
        server.addConnector(door);
        server.start();
        try {
            var early = new ByteArrayEndPoint(door.getScheduler(), door.getIdleTimeout());
            door.onEndPointOpened(early);
            assertEquals(door.getIdleTimeout(), early.getIdleTimeout());
            door.shutdown();
            assertEquals(door.getShutdownIdleTimeout(), early.getIdleTimeout());

            var late = new ByteArrayEndPoint(door.getScheduler(), door.getIdleTimeout());
            door.onEndPointOpened(late);
            assertEquals(door.getShutdownIdleTimeout(), late.getIdleTimeout());
        } finally {
            server.stop();
        }
    }

    private static Door door(Server server) {
        return new Door(server, new HttpConfiguration(), "127.0.0.1", 0);
    }

    /** Closes the door as somebody comes, while somebody else is still there; whether who comes is answered, or told that nobody is. */
    private static boolean isHeard(Function<Server, ServerConnector> kind) throws Exception {
        var server = new Server(new VirtualThreadPool());
        server.setStopTimeout(2L * PATIENCE_MILLIS);
        var door = kind.apply(server);
        server.addConnector(door);
        server.setHandler(new Answer());
        server.start();
        try (var before = new Socket("127.0.0.1", door.getLocalPort())) {
            before.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertEquals('H', before.getInputStream().read());
            try (var client = new Socket("127.0.0.1", door.getLocalPort())) {
                var closing = Thread.ofPlatform().start(() -> stop(server));
                var heard = isAnswered(client);
                before.close();
                client.close();
                closing.join();
                return heard;
            }
        }
    }

    private static boolean isAnswered(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        try {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            var answer = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertEquals("HTTP/1.1 200 OK", answer.lines().findFirst().orElse(""));
            return true;
        } catch (SocketTimeoutException leftWaiting) {
            return false;
        } catch (SocketException inLine) {
            return true; // nobody had let them in
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Answer extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            callback.succeeded();
            return true;
        }
    }
}

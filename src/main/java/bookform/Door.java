package bookform;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Lets in whoever has reached the door by the time it is closed. Jetty's own interrupts the thread that lets people in; the JDK forgets a
 * connection that it has taken when it finds itself interrupted, and whoever is at its other end waits for nothing until the process
 * ends. No interruption is needed: that thread finds the door closed.
 */
final class Door extends ServerConnector {
    Door(Server server, HttpConfiguration http, String host, int port) {
        super(server, new HttpConnectionFactory(http));
        setHost(host);
        setPort(port);
    }

    @Override
    protected void interruptAcceptors() {
        // see above
    }

    /** Whoever is the last to come has no more time to begin than those who were there. */
    @Override
    protected void onEndPointOpened(EndPoint connection) {
        super.onEndPointOpened(connection);
        if (isShutdown()) connection.setIdleTimeout(getShutdownIdleTimeout());
    }
}

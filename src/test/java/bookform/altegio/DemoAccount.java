package bookform.altegio;

import bookform.backend.DemoServer;
import bookform.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Our client on a socket, our REST server at its other end, and nothing remembered in between; new ones for every test. */
final class DemoAccount implements BeforeEachCallback, AfterEachCallback {
    private Path folder;
    private DemoServer server;
    private Altegio altegio;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("bookform");
        server = DemoServer.start(folder);
        altegio = Unhurried.altegio(server);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        altegio.close();
        server.close();
        Folders.delete(folder);
    }

    Altegio altegio() {
        return altegio;
    }

    DemoServer server() {
        return server;
    }
}

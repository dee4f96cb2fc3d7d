package bookform.altegio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of our own, which a client may trust, and what it has signed; made by the JDK's keytool. */
final class TestCertificates {
    private static final String PASSWORD = "changeit";
    private static final List<String> HERE = List.of("-ext", "san=ip:127.0.0.1");
    private static final Map<String, List<String>> SIGNED = Map.of(
            "good", HERE,
            "expired", List.of("-ext", "san=ip:127.0.0.1", "-startdate", "-30d", "-validity", "29"),
            "other-host", List.of("-ext", "san=dns:api.alteg.io"));

    private final Path file;
    private final KeyStore all;

    TestCertificates(Path folder) throws IOException, GeneralSecurityException {
        file = folder.resolve("certificates.p12");
        keytool("authority", List.of("-ext", "bc:c"));
        keytool("untrusted", HERE);
        for (var one : SIGNED.entrySet()) {
            var options = new ArrayList<>(List.of("-signer", "authority"));
            options.addAll(one.getValue());
            keytool(one.getKey(), options);
        }
        all = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            all.load(in, PASSWORD.toCharArray());
        }
    }

    /** Trusts the authority, and nobody else. */
    SSLContext client() throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", all.getCertificate("authority"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** @param name good, expired, other-host, untrusted */
    ServerSocket listen(String name, int port) throws IOException, GeneralSecurityException {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(name, all.getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(), all.getCertificateChain(name));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    }

    private void keytool(String name, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", file.toString(), "-storetype", "PKCS12",
                "-storepass", PASSWORD));
        command.addAll(options);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) throw new IllegalStateException(said);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

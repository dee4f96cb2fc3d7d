package bookform.altegio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Optional;

/** The rows of reliability.md D that happen before there is a connection, or to all of it, with their numbers there. */
enum ConnectionFault {
    REFUSED_1(Fault.Kind.NOT_CONNECTED) {
        @Override
        AutoCloseable open(int port, int server, TestCertificates certificates) {
            return () -> {};
        }
    },
    /** A line of those who wait for nobody is full, and the kernel answers no further SYN. */
    BLACKHOLE_2(Fault.Kind.NOT_CONNECTED) {
        @Override
        AutoCloseable open(int port, int server, TestCertificates certificates) throws IOException {
            var waiting = new ArrayList<AutoCloseable>();
            waiting.add(new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")));
            for (var full = false; !full;) {
                var one = new Socket();
                waiting.add(one);
                try {
                    one.connect(new InetSocketAddress("127.0.0.1", port), 100);
                } catch (SocketTimeoutException noAnswer) {
                    full = true;
                }
            }
            return () -> {
                for (var one : waiting.reversed()) one.close();
            };
        }
    },
    EXPIRED_20(Fault.Kind.NOT_TRUSTED, "expired"),
    OTHER_HOST_20(Fault.Kind.NOT_TRUSTED, "other-host"),
    UNTRUSTED_20(Fault.Kind.NOT_TRUSTED, "untrusted"),
    LOSS_24(null) {
        @Override
        AutoCloseable open(int port, int server, TestCertificates certificates) throws IOException {
            return new LossyWay(port, server);
        }
    };

    private final Optional<Fault.Kind> kind;
    private final Optional<String> certificate;

    ConnectionFault(Fault.Kind kind) {
        this(kind, null);
    }

    ConnectionFault(Fault.Kind kind, String certificate) {
        this.kind = Optional.ofNullable(kind);
        this.certificate = Optional.ofNullable(certificate);
    }

    /** What the log calls it; empty when it may well go unnoticed. */
    Optional<Fault.Kind> kind() {
        return kind;
    }

    boolean isOfTls() {
        return certificate.isPresent();
    }

    /** Stands at the address of a server until it is closed. */
    AutoCloseable open(int port, int server, TestCertificates certificates) throws IOException, GeneralSecurityException {
        return new FaultyProxy(java.net.URI.create("http://127.0.0.1:" + server), certificates.listen(certificate.orElseThrow(), port));
    }
}

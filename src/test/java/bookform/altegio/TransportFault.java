package bookform.altegio;

import static bookform.altegio.FaultyProxy.write;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The rows of reliability.md D that happen once there is a connection, with their numbers there. */
enum TransportFault {
    NONE {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            out.write(passed.answer());
        }
    },
    RESET_3 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            client.setSoLinger(true, 0);
        }
    },
    RESET_MID_BODY_4 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            var answer = passed.answer();
            out.write(answer, 0, answer.length - 10);
            out.flush();
            client.setSoLinger(true, 0);
        }
    },
    EMPTY_5 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) {}
    },
    SLOW_6 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            pause(300);
            out.write(passed.answer());
        }
    },
    SILENT_7 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            waitForTheirEnd(client);
        }
    },
    DRIBBLE_8 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            for (var one : passed.answer()) {
                out.write(one);
                out.flush();
                pause(50);
            }
        }
    },
    ERROR_JSON_9 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "500 Internal Server Error", JSON, "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"SQLSTATE[HY000]\"}}");
        }
    },
    ERROR_HTML_10 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "502 Bad Gateway", HTML, "<html><h1>502 Bad Gateway</h1></html>");
        }
    },
    UNAVAILABLE_11 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "503 Service Unavailable", HTML, "<html></html>", "Retry-After: 2");
        }
    },
    LIMITED_12 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "429 Too Many Requests", JSON, "{}", "Retry-After: 2");
        }
    },
    LIMITED_BARE_13 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "429 Too Many Requests", HTML, "");
        }
    },
    TRUNCATED_14 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "200 OK", JSON, "{\"success\":true,\"data\":[{\"id\":1,\"na");
        }
    },
    UNKNOWN_CODE_15 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "200 OK", JSON, "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"?\",\"errors\":[{\"code\":9999}]}}");
        }
    },
    WRONG_TYPES_16 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "200 OK", JSON,
                    "{\"success\":true,\"data\":[{\"id\":\"x\",\"services\":7,\"title\":null,\"company\":[]},null,3],\"meta\":7}");
        }
    },
    HUGE_17 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var block = new byte[1 << 20];
            Arrays.fill(block, (byte) '[');
            for (var megabyte = 0; megabyte < 50; megabyte++) out.write(block);
        }
    },
    HTML_18 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "200 OK", HTML, "<html><title>Maintenance</title></html>");
        }
    },
    REDIRECT_19 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "302 Found", HTML, "", "Location: http://127.0.0.1:" + client.getLocalPort() + "/elsewhere");
        }
    },
    GARBAGE_21 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            out.write("\u0000\u0001\u0002 not HTTP at all\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    },
    BAD_CHUNK_21 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    },
    TOKEN_REFUSED_22 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "401 Unauthorized", JSON, "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"Authentication needed.\"}}");
        }
    },
    BLOCKED_22 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "403 Forbidden", HTML, "<html><title>Just a moment...</title></html>");
        }
    },
    NOT_KNOWN_HERE {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            write(out, "404 Not Found", JSON, "{\"success\":false,\"data\":null,\"meta\":{}}");
        }
    },
    ANSWER_LOST_23 {
        @Override
        void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException {
            passed.answer();
            client.setSoLinger(true, 0);
        }
    };

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    abstract void answer(Socket client, OutputStream out, FaultyProxy.Passed passed) throws IOException;

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    private static void waitForTheirEnd(Socket client) throws IOException {
        client.getInputStream().read();
    }
}

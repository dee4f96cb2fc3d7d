package bookform.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Goes as far as the details like anybody, so that only the booking itself is left to measure. */
final class Client {
    private static final Pattern DATE = Pattern.compile("href=\"([^\"]*[?;]date=[^\"]*)\"");
    private static final Pattern START = Pattern.compile("href=\"([^\"]*[?;]start=[^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form [^>]*method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");

    private final int port;
    private final Connection connection;

    Client(int port, Connection connection) {
        this.port = port;
        this.connection = connection;
    }

    /** The addresses of the days in sight on which a service can be booked. */
    List<String> days(String choices) throws IOException {
        return all(DATE, page("/forms/1/time?" + choices));
    }

    /** The addresses of the details for every free start of a day. */
    List<String> starts(String day) throws IOException {
        return all(START, page(day));
    }

    /** The form of the details at an address, filled in: a request ready to be sent. */
    byte[] booking(String details) throws IOException {
        var page = page(details);
        var fields = new LinkedHashMap<>(
                Map.of("token", all(TOKEN, page).getFirst(), "name", "Bench", "phone", "+370 612 34567", "email", "", "comment", ""));
        return Connection.post(port, all(ACTION, page).getFirst(), fields);
    }

    private String page(String path) throws IOException {
        var answer = connection.exchange(Connection.get(port, path));
        if (answer.status() != 200) throw new IOException(path + " answers " + answer.status());
        return answer.text();
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1).replace("&amp;", "&")).distinct().toList();
    }
}

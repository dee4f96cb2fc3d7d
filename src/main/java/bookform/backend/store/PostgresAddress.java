package bookform.backend.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who we are there: {@code jdbc:postgresql://host/database?user=…&password=…}, or the two in front
 * of the host as in other URLs.
 *
 * @param url without user and password, so that no message of a library can show them
 */
record PostgresAddress(String url, Properties login) {
    static final String PREFIX = "jdbc:postgresql:";

    private static final Pattern USER_IN_FRONT = Pattern.compile("(jdbc:postgresql://)([^/?]*)@(.*)");
    private static final Set<String> SECRETS = Set.of("user", "password", "sslpassword");

    static PostgresAddress of(String address) {
        var login = new Properties();
        var url = address;
        var front = USER_IN_FRONT.matcher(address);
        if (front.matches()) {
            var parts = front.group(2).split(":", 2);
            login.setProperty("user", decoded(parts[0]));
            if (parts.length == 2) login.setProperty("password", decoded(parts[1]));
            url = front.group(1) + front.group(3);
        }
        return new PostgresAddress(withoutSecrets(url, login), login);
    }

    /** For people: the database without any of its options. */
    String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return shown();
    }

    private static String withoutSecrets(String url, Properties login) {
        var query = url.indexOf('?');
        if (query < 0) return url;
        var kept = new ArrayList<String>();
        for (var option : Arrays.asList(url.substring(query + 1).split("&"))) {
            var parts = option.split("=", 2);
            if (parts.length == 2 && SECRETS.contains(parts[0])) {
                login.setProperty(parts[0], decoded(parts[1]));
            } else if (!option.isEmpty()) {
                kept.add(option);
            }
        }
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("User and password of the database are URL-encoded: a % is written %25");
        }
    }
}

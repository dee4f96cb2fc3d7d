package bookform;

import bookform.altegio.AltegioAccount;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting there is. Read once in main, handed out piece by piece; nothing else reads the environment.
 *
 * @param url the address the public sees, without a path; empty when it is what browsers ask for
 * @param data the folder for everything that is kept
 * @param database a {@code jdbc:} URL; empty for SQLite in the data folder
 * @param demo whether to be the demo location; empty for "when the database is new and nothing was imported"
 * @param secret signs submit tokens and codes, 32 bytes or more; empty to make one and keep it in the data folder
 * @param messaging what is sent to clients
 * @param retention how long a visit is somebody's; empty for always
 * @param adminPort where metrics and health are asked for; empty for nowhere but health on the port of the pages
 * @param jsonLog whether every line of the log is JSON
 * @param altegio the account that is booked on; empty for our own engine
 */
public record Config(int port, String host, Optional<URI> url, Path data, Optional<String> database, Optional<Boolean> demo,
        Optional<String> secret,
        Messaging messaging, Optional<Period> retention, Optional<Integer> adminPort, boolean jsonLog, Optional<AltegioAccount> altegio) {
    private static final int SHORTEST_SECRET = 32;

    /** A setting that stops the start. The message names it and never shows a secret. */
    public static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }

    /** Name, default and meaning of every setting, for {@code --help} and README. */
    static final Map<String, String> SETTINGS = settings();

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("BOOKFORM_PORT", "port to listen on (8080); 0 takes a free one");
        settings.put("BOOKFORM_HOST", "address to listen on (127.0.0.1); 0.0.0.0 for every network");
        settings.put("BOOKFORM_URL", "public address, such as https://booking.example.com (what the browser asked for)");
        settings.put("BOOKFORM_DATA", "folder for everything that is kept (./data)");
        settings.put("BOOKFORM_DATABASE", "jdbc:sqlite: or jdbc:postgresql: URL of the database (SQLite in the data folder)");
        settings.put("BOOKFORM_DEMO", "true or false: be the demo location (true while the database is new and nothing was imported)");
        settings.put("BOOKFORM_SECRET", "32 bytes or more that sign forms and codes (made once and kept in the data folder)");
        settings.put("BOOKFORM_SMS_URL", "address of an SMS gateway that takes a POST (none: messages are not sent)");
        settings.put("BOOKFORM_SMS_BODY", "what it is sent, with {phone} and {text} ({\"to\":\"{phone}\",\"text\":\"{text}\"})");
        settings.put("BOOKFORM_SMS_CONTENT_TYPE", "type of that, which decides how phone and text are escaped (application/json)");
        settings.put("BOOKFORM_SMS_AUTHORIZATION", "value of the Authorization header that it is sent (none)");
        settings.put("BOOKFORM_SMS_PER_FORM", "messages with codes through one form in an hour, at most (30)");
        settings.put("BOOKFORM_SMS_PER_DAY", "messages with codes in a day, at most; the log says when half of it is spent (1000)");
        settings.put("BOOKFORM_SMTP_URL", "mail server, smtp://user:password@host:587 or smtps://… (none: mails are not sent)");
        settings.put("BOOKFORM_MAIL_FROM", "sender of mails, Bookings <bookings@example.com>; goes with BOOKFORM_SMTP_URL");
        settings.put("BOOKFORM_ADMIN_PORT", "port for /metrics and /health, on the same address (none: /health alone, on BOOKFORM_PORT)");
        settings.put("BOOKFORM_LOG", "text or json: how lines of the log on standard error look (text)");
        settings.put("BOOKFORM_RETENTION_MONTHS", "how long after a visit the command \"retention\" lets it be somebody's (always)");
        settings.put("BOOKFORM_ALTEGIO_URL", "address of Altegio's REST API, https://api.alteg.io (none: our own engine)");
        settings.put("BOOKFORM_ALTEGIO_TOKEN", "partner token there; goes with BOOKFORM_ALTEGIO_URL");
        settings.put("BOOKFORM_ALTEGIO_PER_MINUTE", "calls a minute that Altegio allows our address, a fortieth of it a second (200)");
        return settings;
    }

    /** @throws Wrong naming the first setting that cannot be used */
    public static Config from(Map<String, String> environment) {
        for (var name : environment.keySet()) {
            if (name.startsWith("BOOKFORM_") && !SETTINGS.containsKey(name) && !name.startsWith("BOOKFORM_TEST_"))
                throw new Wrong(name + " is not a setting; see --help");
        }
        var values = new HashMap<String, String>();
        SETTINGS.keySet().forEach(name -> Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty())
                .ifPresent(value -> values.put(name, value)));
        return new Config(
                port("BOOKFORM_PORT", values.getOrDefault("BOOKFORM_PORT", "8080")),
                values.getOrDefault("BOOKFORM_HOST", "127.0.0.1"),
                Optional.ofNullable(values.get("BOOKFORM_URL")).map(Config::address),
                Path.of(values.getOrDefault("BOOKFORM_DATA", "data")),
                Optional.ofNullable(values.get("BOOKFORM_DATABASE")).map(Config::database),
                Optional.ofNullable(values.get("BOOKFORM_DEMO")).map(Config::yesOrNo),
                Optional.ofNullable(values.get("BOOKFORM_SECRET")).map(Config::secret),
                Messaging.from(values),
                Optional.ofNullable(values.get("BOOKFORM_RETENTION_MONTHS")).map(Config::months),
                Optional.ofNullable(values.get("BOOKFORM_ADMIN_PORT")).map(text -> port("BOOKFORM_ADMIN_PORT", text)),
                isJson(values.getOrDefault("BOOKFORM_LOG", "text")), AltegioSettings.account(values));
    }

    /**
     * Flags win over the environment: {@code --port 9000} and {@code --port=9000} are {@code BOOKFORM_PORT}.
     *
     * @param rest collects what is no flag
     * @throws Wrong naming a flag that does not exist or has no value
     */
    static Map<String, String> withFlags(Map<String, String> environment, List<String> arguments, List<String> rest) {
        var merged = new HashMap<>(environment);
        var remaining = new ArrayList<>(arguments);
        while (!remaining.isEmpty()) {
            var argument = remaining.removeFirst();
            var name = "BOOKFORM_" + argument.replaceFirst("^--", "").replaceFirst("=.*", "").replace('-', '_').toUpperCase(Locale.ROOT);
            if (!argument.startsWith("--") || !SETTINGS.containsKey(name)) {
                rest.add(argument);
            } else if (argument.contains("=")) {
                merged.put(name, argument.substring(argument.indexOf('=') + 1));
            } else {
                if (remaining.isEmpty()) throw new Wrong(argument + " needs a value");
                merged.put(name, remaining.removeFirst());
            }
        }
        return merged;
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "Config[port=" + port + ", host=" + host + ", url=" + url + ", data=" + data + ", demo=" + demo + "]";
    }

    private static int port(String name, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535)
            throw new Wrong(name + " is a number from 0 to 65535, not \"" + text + "\"");
        return Integer.parseInt(text);
    }

    private static URI address(String text) {
        try {
            var address = new URI(text);
            var path = address.getRawPath();
            if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null
                    || address.getRawQuery() != null
                    || !(path == null || path.isEmpty() || path.equals("/")))
                throw new Wrong("BOOKFORM_URL looks like https://booking.example.com, not \"" + text + "\"");
            return new URI(address.getScheme() + "://" + address.getRawAuthority());
        } catch (URISyntaxException e) {
            throw new Wrong("BOOKFORM_URL looks like https://booking.example.com, not \"" + text + "\"");
        }
    }

    private static String database(String text) {
        // Without a file, or with ":memory:" for one, SQLite keeps nothing
        if (!text.matches("jdbc:sqlite:[^?:].*") && !text.matches("jdbc:postgresql:(//[^/]+/)?[^/]+"))
            throw new Wrong(
                    "BOOKFORM_DATABASE looks like jdbc:sqlite:/srv/bookform.db, or jdbc:postgresql://host/database?user=…&password=…");
        return text;
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new Wrong("BOOKFORM_DEMO is true or false, not \"" + text + "\"");
        };
    }

    private static boolean isJson(String text) {
        return switch (text) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new Wrong("BOOKFORM_LOG is text or json, not \"" + text + "\"");
        };
    }

    private static Period months(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) throw new Wrong("BOOKFORM_RETENTION_MONTHS is a number of months, 1 or more");
        return Period.ofMonths(Integer.parseInt(text));
    }

    private static String secret(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET)
            throw new Wrong("BOOKFORM_SECRET needs " + SHORTEST_SECRET + " bytes or more");
        return text;
    }
}

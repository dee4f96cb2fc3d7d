package bookform.backend.setup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose appointment it is, in a file: {@code {name: Vera, phone: "+370 612 34567"}}, or a mere number, which makes up a name and a
 * phone that nobody has.
 *
 * @param phone E.164
 */
record FileClient(String name, String phone) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s()./-]");
    private static final int MOST_CLIENTS = 9_999_999;

    /** The client of one appointment; empty after a mistake. */
    static Optional<FileClient> read(Fields appointment) {
        return appointment.require("client")
                .flatMap(node -> node.kind() == Node.Kind.NUMBER ? numbered(node) : node.object().flatMap(FileClient::named));
    }

    private static Optional<FileClient> numbered(Node node) {
        node.findings().note("clients are given as numbers: named Client 1, 2, …, with phones that nobody has (+999…)");
        // No country has the code 999, and none is to get it: no message can reach a stranger.
        return node.whole(0, MOST_CLIENTS, "").map(number -> new FileClient("Client " + number, "+999" + (100_000_000 + number)));
    }

    private static Optional<FileClient> named(Fields fields) {
        var name = fields.title("name", "title");
        var phone = fields.require("phone").flatMap(FileClient::phone);
        fields.end();
        return phone.map(number -> new FileClient(name, number));
    }

    /** People write spaces, brackets and dashes into phone numbers. */
    private static Optional<String> phone(Node node) {
        return node.text().map(text -> PUNCTUATION.matcher(text).replaceAll("")).filter(phone -> {
            var good = E164.matcher(phone).matches();
            if (!good) node.wrong("is not a phone number with its country code, such as +37061234567");
            return good;
        });
    }
}

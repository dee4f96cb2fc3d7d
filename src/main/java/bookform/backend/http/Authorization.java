package bookform.backend.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * The header {@code Authorization: Bearer <partner token>, User <user token>}, with any spacing and in any case (altegio-api.md §1.2).
 *
 * @param partner empty when there is none
 * @param user empty when nobody is signed in
 */
record Authorization(Optional<String> partner, Optional<String> user) {
    static Authorization of(String header) {
        return header == null ? new Authorization(Optional.empty(), Optional.empty())
                : new Authorization(token(header, "Bearer"), token(header, "User"));
    }

    private static Optional<String> token(String header, String scheme) {
        return Arrays.stream(header.split(",")).map(part -> part.strip().split("\\s+", 2))
                .filter(words -> words.length == 2 && words[0].equalsIgnoreCase(scheme))
                .map(words -> words[1].strip()).findFirst();
    }

    /** Keeps the secrets. */
    @Override
    public String toString() {
        return "Authorization[…]";
    }
}

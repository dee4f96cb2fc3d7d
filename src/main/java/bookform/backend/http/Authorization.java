package bookform.backend.http;

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

    /** By hand, as every call passes here: a pattern would take longer than what it looks at. */
    private static Optional<String> token(String header, String scheme) {
        for (var from = 0; from <= header.length();) {
            var comma = header.indexOf(',', from);
            var end = comma < 0 ? header.length() : comma;
            var part = header.substring(from, end).strip();
            if (isOf(scheme, part)) return Optional.of(part.substring(scheme.length()).strip());
            from = end + 1;
        }
        return Optional.empty();
    }

    private static boolean isOf(String scheme, String part) {
        return part.length() > scheme.length() && part.regionMatches(true, 0, scheme, 0, scheme.length())
                && Character.isWhitespace(part.charAt(scheme.length()));
    }

    /** Keeps the secrets. */
    @Override
    public String toString() {
        return "Authorization[…]";
    }
}

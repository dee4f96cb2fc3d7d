package bookform.backend.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code partner_token}: who may call the REST API. */
public final class TokenTable {
    private final Sql sql;

    TokenTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A token about to be kept.
     *
     * @param hash SHA-256 in hex
     * @param perMinute calls; 0 for no limit
     * @param perSecond calls; 0 for no limit
     * @param locations empty for all
     */
    public record NewToken(String name, String hash, int perMinute, int perSecond, Set<Long> locations, Instant createdAt) {
        public NewToken {
            locations = Set.copyOf(locations);
        }
    }

    /** A token as it is kept. */
    public record StoredToken(long id, NewToken token, Optional<Instant> revokedAt) {}

    /** @return its number */
    public long insert(NewToken token) {
        return sql.number("""
            INSERT INTO partner_token (name, hash, per_minute, per_second, locations, created_at) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """, token.name(), token.hash(), token.perMinute(), token.perSecond(),
                token.locations().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                token.createdAt().getEpochSecond());
    }

    /** The token with this hash, unless it was revoked. */
    public Optional<StoredToken> findValid(String hash) {
        return sql.find("SELECT * FROM partner_token WHERE hash = ? AND revoked_at IS NULL", TokenTable::token, hash);
    }

    /** In the order they were made, revoked ones too. */
    public List<StoredToken> all() {
        return sql.list("SELECT * FROM partner_token ORDER BY id", TokenTable::token);
    }

    /** @return whether there was such a token, and it was still valid */
    public boolean revoke(long id, Instant now) {
        return sql.change("UPDATE partner_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now.getEpochSecond(), id) == 1;
    }

    private static StoredToken token(ResultSet row) throws SQLException {
        var token = new NewToken(row.getString("name"), row.getString("hash"), row.getInt("per_minute"), row.getInt("per_second"),
                locations(row.getString("locations")), Instant.ofEpochSecond(row.getLong("created_at")));
        return new StoredToken(row.getLong("id"), token, Sql.optionalLong(row, "revoked_at").map(Instant::ofEpochSecond));
    }

    private static Set<Long> locations(String list) {
        return Arrays.stream(list.split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf).collect(Collectors.toSet());
    }
}

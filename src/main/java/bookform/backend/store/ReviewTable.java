package bookform.backend.store;

import bookform.booking.Money;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code review}, and the ratings of team members that follow from it. */
public final class ReviewTable {
    private static final long ALWAYS = Long.MAX_VALUE;

    private final Sql sql;
    private final String insert;

    ReviewTable(Sql sql) {
        this.sql = sql;
        this.insert = """
            INSERT INTO review (location_id, id, team_member_id, appointment_id, account_id, client_name, stars, text, tip, created_at)
            VALUES (?, %s, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """.formatted(sql.dialect().nextId("review"));
    }

    /** A review about to be kept: of an appointment, or by an account. */
    public record NewReview(long teamMember, Optional<Long> appointment, Optional<Long> account, String client, Draft draft,
            Instant createdAt) {}

    /**
     * Keeps a review, and lets the team member's rating follow: the mean over those who voted before, whoever counted them, and this one.
     *
     * @return empty when there is one already; nothing was changed
     */
    public Optional<Review> insert(long location, NewReview review) {
        var id = sql.find(insert, row -> row.getLong(1), location, review.teamMember(), review.appointment().orElse(null),
                review.account().orElse(null), review.client(), review.draft().stars(), review.draft().text(),
                review.draft().tip().map(Money::minor).orElse(null), review.createdAt().getEpochSecond());
        id.ifPresent(kept -> rate(location, review.teamMember(), review.draft().stars()));
        return id.map(kept -> new Review(kept, review.teamMember(), review.draft().stars(), review.draft().text(), review.client(),
                review.createdAt(), review.appointment()));
    }

    public boolean isReviewed(long location, long appointment) {
        return sql.number("SELECT count(*) FROM review WHERE location_id = ? AND appointment_id = ?", location, appointment) > 0;
    }

    /** The newest first. */
    public List<Review> list(long location, Filter filter) {
        return sql.list("""
            SELECT * FROM review
            WHERE location_id = ? AND created_at >= ? AND created_at < ? AND (? = 0 OR team_member_id = ?) AND (? = 0 OR stars = ?)
            ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?
            """, ReviewTable::review, location, filter.from().map(Instant::getEpochSecond).orElse(0L),
                filter.to().map(Instant::getEpochSecond).orElse(ALWAYS), filter.teamMember().orElse(0L), filter.teamMember().orElse(0L),
                filter.stars().orElse(0), filter.stars().orElse(0), filter.count(), (filter.page() - 1L) * filter.count());
    }

    /** What a set-up holds has changed with it, so its version does, too. */
    private void rate(long location, long teamMember, int stars) {
        sql.change("""
            UPDATE team_member SET
                rating_stars = (coalesce(rating_stars, 0) * coalesce(rating_votes, 0) + ?) / (coalesce(rating_votes, 0) + 1),
                rating_votes = coalesce(rating_votes, 0) + 1
            WHERE location_id = ? AND id = ?
            """, (double) stars, location, teamMember);
        sql.change("UPDATE location SET version = version + 1 WHERE location_id = ?", location);
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(row.getLong("id"), row.getLong("team_member_id"), row.getInt("stars"), row.getString("text"),
                row.getString("client_name"), Instant.ofEpochSecond(row.getLong("created_at")), Sql.optionalLong(row, "appointment_id"));
    }
}

package bookform.altegio.wire;

/**
 * What a client said of a team member (§6.6).
 *
 * @param type 1 for a team member
 * @param date on the location's wall clock
 * @param recordId the appointment; 0 for none in particular
 */
public record Comment(long id, long salonId, int type, long masterId, String text, String date, int rating, long userId, String userName,
        String userAvatar, long recordId) {
    public static final int OF_TEAM_MEMBER = 1;

    /** What a client says. */
    public record Draft(int mark, String text, String name) {}
}

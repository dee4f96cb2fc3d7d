package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.util.stream.Stream;

/** What one transaction sees: the tables, family by family. For one thread, and only until the transaction ends. */
public final class Tables {
    private final Sql sql;
    private final SetUpTables setUps;
    private final LocationList locationList;
    private final RecordTables records;
    private final AppointmentTables appointments;
    private final BusyTimeTable busyTime;
    private final VisitTables visits;
    private final PhoneCodeTable phoneCodes;
    private final TokenTable tokens;
    private final AttemptTable attempts;
    private final AccountTables accounts;
    private final OwnAppointmentTables ownAppointments;
    private final ReviewTable reviews;
    private final UpstreamTables upstream;
    private final SecretTable secrets;
    private final ErasureTables erasure;
    private final EventTables events;
    private final ReminderTable reminders;
    private final PersonalDataTables personalData;
    private final ConsentTable consents;
    private final MessageTable messages;
    private final ReviewLinkTable reviewLinks;

    Tables(Sql sql) {
        this.sql = sql;
        this.setUps = new SetUpTables(sql);
        this.locationList = new LocationList(sql);
        this.records = new RecordTables(sql);
        this.appointments = new AppointmentTables(sql);
        this.busyTime = new BusyTimeTable(sql);
        this.visits = new VisitTables(sql);
        this.phoneCodes = new PhoneCodeTable(sql);
        this.tokens = new TokenTable(sql);
        this.attempts = new AttemptTable(sql);
        this.accounts = new AccountTables(sql);
        this.ownAppointments = new OwnAppointmentTables(sql);
        this.reviews = new ReviewTable(sql);
        this.upstream = new UpstreamTables(sql);
        this.secrets = new SecretTable(sql);
        this.erasure = new ErasureTables(sql);
        this.events = new EventTables(sql);
        this.reminders = new ReminderTable(sql);
        this.personalData = new PersonalDataTables(sql);
        this.consents = new ConsentTable(sql);
        this.messages = new MessageTable(sql);
        this.reviewLinks = new ReviewLinkTable(sql);
    }

    /**
     * Waits until nobody else holds any of these locks, and holds them until the transaction ends. To be called before anything is read
     * that is decided on, once with all of them: they are taken in one order, so that nobody waits in a circle. On SQLite whoever writes
     * is alone, and this does nothing; on PostgreSQL it goes along with the next statement ({@link Sql#changeSoon}).
     *
     * @throws BookingUnavailable when others hold them for too long, from here or from the next statement
     */
    public void lock(Lock... locks) {
        lock(Stream.of(locks));
    }

    /** As {@link #lock(Lock...)}; looked at only where something is to be locked. */
    public void lock(Stream<Lock> locks) {
        sql.dialect().lock(sql, locks);
    }

    public SetUpTables setUps() {
        return setUps;
    }

    public LocationList locationList() {
        return locationList;
    }

    public RecordTables records() {
        return records;
    }

    public AppointmentTables appointments() {
        return appointments;
    }

    public BusyTimeTable busyTime() {
        return busyTime;
    }

    public VisitTables visits() {
        return visits;
    }

    public PhoneCodeTable phoneCodes() {
        return phoneCodes;
    }

    public TokenTable tokens() {
        return tokens;
    }

    public AttemptTable attempts() {
        return attempts;
    }

    public AccountTables accounts() {
        return accounts;
    }

    public OwnAppointmentTables ownAppointments() {
        return ownAppointments;
    }

    public ReviewTable reviews() {
        return reviews;
    }

    public SecretTable secrets() {
        return secrets;
    }

    public ErasureTables erasure() {
        return erasure;
    }

    public UpstreamTables upstream() {
        return upstream;
    }

    public EventTables events() {
        return events;
    }

    public ReminderTable reminders() {
        return reminders;
    }

    public PersonalDataTables personalData() {
        return personalData;
    }

    public ConsentTable consents() {
        return consents;
    }

    public MessageTable messages() {
        return messages;
    }

    public ReviewLinkTable reviewLinks() {
        return reviewLinks;
    }

    Sql sql() {
        return sql;
    }
}

package bookform.backend.store;

/** What one transaction sees: the tables, family by family. For one thread, and only until the transaction ends. */
public final class Tables {
    private final Sql sql;
    private final SetUpTables setUps;
    private final AppointmentTables appointments;
    private final VisitTables visits;
    private final PhoneCodeTable phoneCodes;

    Tables(Sql sql) {
        this.sql = sql;
        this.setUps = new SetUpTables(sql);
        this.appointments = new AppointmentTables(sql);
        this.visits = new VisitTables(sql);
        this.phoneCodes = new PhoneCodeTable(sql);
    }

    public SetUpTables setUps() {
        return setUps;
    }

    public AppointmentTables appointments() {
        return appointments;
    }

    public VisitTables visits() {
        return visits;
    }

    public PhoneCodeTable phoneCodes() {
        return phoneCodes;
    }

    Sql sql() {
        return sql;
    }
}

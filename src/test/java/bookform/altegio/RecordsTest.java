package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.WireJson;
import bookform.backend.setup.DemoLocation;
import bookform.support.TestClock;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client may do with an appointment that Altegio tells of. */
class RecordsTest {
    private static final String RECORD = """
            {"id": 17, "datetime": "2030-01-15T10:00:00+0200", "length": 1800, "staff": {"id": 7}, "prepaid": %1$s,
            "prepaid_confirmed": %1$s, "company": {"id": 1 %2$s} %3$s}""";

    private final Records records = new Records(new TestClock("2026-11-23T05:00:00Z"));

    /** Whoever has paid may do what others may, but where Altegio says no; what it says of the record itself holds for everybody. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "false | | | true | true",
            "true | | | true | true",
            "true | allow_delete_prepaid_record | | false | true",
            "true | allow_change_prepaid_record | | true | false",
            "false | allow_delete_prepaid_record | | true | true",
            "false | allow_change_prepaid_record | | true | true",
            "false | | allow_delete_record | false | true",
            "true | | allow_change_record | true | false"})
    void offersWhatIsAllowed(boolean paid, String ofTheLocation, String ofTheRecord, boolean cancellable, boolean movable) {
        var record = WireJson.answers().readValue(RECORD.formatted(paid, no(ofTheLocation), no(ofTheRecord)), RecordView.class);
        var appointment = records.appointment(record, DemoLocation.setup(LocalDate.parse("2026-11-23")).location());
        assertEquals(paid, appointment.prepaid());
        assertEquals(cancellable, appointment.isCancellable());
        assertEquals(movable, appointment.isMovable());
    }

    private static String no(String flag) {
        return flag == null ? "" : ", \"" + flag + "\": false";
    }
}

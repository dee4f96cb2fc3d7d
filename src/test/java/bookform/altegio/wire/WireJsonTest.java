package bookform.altegio.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What old and odd servers answer is read all the same (altegio-api.md §1.6, §14.2). */
class WireJsonTest {
    @Test
    void numbersMayBeTextsAndFieldsMissing() {
        var staff = read("{\"id\": \"7\", \"name\": \"Ida\", \"weight\": \"20\", \"rating\": \"4.8\", \"bookable\": \"1\"}", Staff.class);
        assertEquals(7, staff.id());
        assertEquals(20, staff.weight());
        assertEquals("4.8", staff.rating().toString());
        assertTrue(staff.bookable());
        assertEquals("", staff.specialization());
        assertEquals(Optional.empty(), staff.position());
        assertEquals(Optional.empty(), staff.seanceDate());
    }

    @Test
    void emptyObjectsMayBeLists() {
        assertEquals(Optional.empty(), read("{\"position\": []}", Staff.class).position());
        assertEquals("Senior", read("{\"position\": {\"id\": 3, \"title\": \"Senior\"}}", Staff.class).position().orElseThrow().title());
        assertEquals(Map.of(), read("{\"booking_days\": [], \"working_days\": {}}", BookDates.class).bookingDays());
        assertEquals(Map.of(12, List.of(20, 27)), read("{\"booking_days\": {\"12\": [\"20\", 27]}}", BookDates.class).bookingDays());
    }

    @Test
    void nullsAreEmpty() {
        var form = read("{\"id\": 1, \"lang\": null, \"langs\": null, \"steps\": [null], \"phone_confirmation\": null, \"style\": []}",
                Bookform.class);
        assertEquals("", form.lang());
        assertEquals(List.of(), form.langs());
        assertEquals(List.of(), form.steps());
        assertFalse(form.phoneConfirmation());
    }

    @Test
    void whatWeWriteWeRead() {
        var record = new BookRequest.Booked(1, 900, "abc", Optional.empty());
        assertEquals(record, read(new String(WireJson.write(record), StandardCharsets.UTF_8), BookRequest.Booked.class));
        var company = read("{\"id\": 42, \"title\": \"Demo\", \"timezone\": 5.5, \"show_any_master\": 1}", Company.Details.class);
        assertEquals("Demo", company.company().title());
        assertTrue(company.showAnyMaster());
    }

    @Test
    void anEnvelopeHasDataOfItsKind() {
        var json = "{\"success\": true, \"data\": [{\"time\": \"9:30\", \"seance_length\": 1800}], \"meta\": {\"count\": 1}}";
        var envelope = WireJson.json().readValue(json, new TypeReference<Envelope<List<Seance>>>() {});
        assertEquals("9:30", envelope.data().getFirst().time());
    }

    private static <T> T read(String json, Class<T> type) {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}

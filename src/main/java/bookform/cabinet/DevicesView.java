package bookform.cabinet;

import bookform.booking.ClientSession;
import bookform.booking.Location;
import bookform.web.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What {@code templates/cabinet/devices.jte} prints.
 *
 * @param sessions the last used first; none where the booking system does not tell
 */
public record DevicesView(CabinetFrame frame, List<Session> sessions) {
    /**
     * @param name what it is called, as nobody keeps what device it is: this one, or when it was last used
     * @param endUrl takes a POST that ends it
     */
    public record Session(String name, String since, boolean current, String endUrl) {}

    static DevicesView of(Visitor visitor, List<ClientSession> sessions, Instant now) {
        var t = visitor.t();
        var zone = visitor.location().map(Location::zone).orElse(ZoneOffset.UTC);
        return new DevicesView(CabinetFrame.inside(visitor, t.text("sessions.heading"), Devices.URL, Devices.URL),
                sessions.stream().map(session -> new Session(
                        session.current() ? t.text("sessions.this") : t.text("sessions.used", "when", when(t, session.lastUsed(), zone)),
                        t.text("sessions.since", "when", when(t, session.since(), zone)), session.current(),
                        Devices.URL + "/" + session.id() + "/ending")).toList());
    }

    public Texts t() {
        return frame.t();
    }

    private static String when(Texts t, Instant at, ZoneId zone) {
        return t.dateAndTime(at.atZone(zone).toLocalDateTime());
    }
}

package bookform.cabinet;

import bookform.booking.Appointment;
import bookform.booking.Location;
import bookform.booking.OwnAppointment;
import bookform.web.MapLink;
import bookform.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code templates/cabinet/erasure.jte} prints.
 *
 * @param byOurselves whether it is done here; else there are contacts
 * @param cancelled appointments that will be cancelled, one line each
 * @param inTheWay those that can no longer be: it has to wait for them
 * @param contacts whom to ask
 */
public record ErasureView(CabinetFrame frame, boolean byOurselves, List<String> cancelled, List<String> inTheWay, List<Contact> contacts) {
    /** A location as people reach it. */
    public record Contact(String title, String address, String mapUrl, String phone) {}

    static ErasureView of(Visitor visitor, List<OwnAppointment> own, boolean byOurselves, String notice, Instant now) {
        var t = visitor.t();
        var ahead = own.reversed().stream().map(OwnAppointment::appointment).filter(one -> !OwnView.isOver(one, now)).toList();
        var inTheWay = ahead.stream().filter(one -> !one.isCancellable()).toList();
        var asked = byOurselves ? inTheWay.stream().map(Appointment::location)
                : Stream.concat(visitor.location().stream(), own.stream().map(one -> one.appointment().location()));
        var frame = CabinetFrame.inside(visitor, t.text("erasure.heading"), ProfilePage.URL, ErasurePage.URL).withBack(ProfilePage.URL)
                .withNotice(notice);
        return new ErasureView(frame, byOurselves, lines(t, ahead.stream().filter(Appointment::isCancellable)),
                lines(t, inTheWay.stream()), asked.distinct().map(ErasureView::contact).distinct().toList());
    }

    public Texts t() {
        return frame.t();
    }

    private static List<String> lines(Texts t, Stream<Appointment> appointments) {
        return appointments.map(one -> t.capital(t.dateAndTime(one.start().atZone(one.location().zone()).toLocalDateTime())) + " · "
                + Texts.isolated(one.what()) + " · " + Texts.isolated(one.location().title())).toList();
    }

    private static Contact contact(Location location) {
        return new Contact(location.title(), location.address(), MapLink.to(location), location.phone());
    }
}

package bookform.cabinet;

import bookform.booking.Location;

/**
 * What {@code templates/cabinet/unavailable.jte} prints.
 *
 * @param lead what happened
 * @param way on, to {@code url}
 * @param phone the location's; empty where it is not known
 */
public record UnavailableView(CabinetFrame frame, String lead, String way, String url, String phone) {
    static UnavailableView of(Visitor visitor, String heading, String lead, String way, String url) {
        var t = visitor.t();
        return new UnavailableView(CabinetFrame.outside(visitor, t.text(heading), Next.USUAL), t.text(lead), t.text(way), url,
                visitor.location().map(Location::phone).orElse(""));
    }
}

package bookform.cabinet;

import bookform.booking.Location;

/**
 * What {@code templates/cabinet/unavailable.jte} prints.
 *
 * @param phone the location's; empty where it is not known
 */
public record UnavailableView(CabinetFrame frame, String retryUrl, String phone) {
    static UnavailableView of(CabinetFrame frame, Visitor visitor, String retryUrl) {
        return new UnavailableView(frame, retryUrl, visitor.location().map(Location::phone).orElse(""));
    }
}

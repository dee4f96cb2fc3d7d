package bookform.cabinet;

import bookform.web.Texts;

/**
 * What {@code templates/cabinet/calendarFeed.jte} prints.
 *
 * @param on whether there is an address
 * @param address the new one, with its secret; empty when none was made just now
 * @param subscribeUrl the same for the calendar itself to open
 */
public record CalendarFeedView(CabinetFrame frame, boolean on, String address, String subscribeUrl) {
    static CalendarFeedView of(Visitor visitor, boolean on, String address) {
        var frame = CabinetFrame.inside(visitor, visitor.t().text("feed.heading"), Next.USUAL, CalendarFeed.URL).withBack(Next.USUAL);
        return new CalendarFeedView(frame, on, address, address.replaceFirst("^https?:", "webcal:"));
    }

    public Texts t() {
        return frame.t();
    }
}

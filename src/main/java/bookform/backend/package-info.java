/**
 * Our own booking engine: {@link bookform.booking.BookingApi} on our own database. {@link bookform.backend.Timetable} decides what is
 * offered, {@link bookform.backend.BookingRule} what is accepted.
 */
package bookform.backend;

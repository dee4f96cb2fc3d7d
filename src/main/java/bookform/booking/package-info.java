/**
 * The vocabulary of online booking and the one port, {@link bookform.booking.BookingApi}, that every booking system behind our
 * pages answers. Values only, JDK only: no JSON, no SQL, no HTTP.
 *
 * <p>Conventions: times are {@link java.time.Instant}s, shown in the location's zone; ranges are half-open; lengths are
 * {@link java.time.Duration}s; money is {@link bookform.booking.Money} in minor units.
 */
package bookform.booking;

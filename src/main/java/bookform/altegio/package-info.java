/**
 * {@link bookform.booking.BookingApi} and {@link bookform.booking.ClientApi} on a business's Altegio account, over its REST API.
 * {@link bookform.altegio.Altegio} joins it up.
 *
 * <p>From a question to its answer: {@link bookform.altegio.AltegioBookingApi} says which {@link bookform.altegio.Call} tells it,
 * {@link bookform.altegio.Memory} may know the answer already, {@link bookform.altegio.Upstream} waits for a turn, asks and reads what
 * comes back, and a class of the mapping (such as {@link bookform.altegio.Records}) puts it into our words.
 */
package bookform.altegio;

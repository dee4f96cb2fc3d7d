package bookform.booking;

import bookform.booking.Location.Coordinates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A location of a chain, as a list says it.
 *
 * @param city its name alone; empty when it is not told
 * @param phoneConfirmation whether the forms of the chain ask for an SMS code here, whatever they do elsewhere
 * @param nextSlot the start of its first free time slot; empty when nothing is free
 */
public record ChainLocation(long id, String title, String address, String city, String phone, ZoneId zone,
        Optional<Coordinates> coordinates, boolean phoneConfirmation, Optional<Instant> nextSlot) {}

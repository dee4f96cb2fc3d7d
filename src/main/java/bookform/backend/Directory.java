package bookform.backend;

import bookform.backend.store.Store;
import bookform.booking.BookingForm;
import bookform.booking.ChainLocation;
import bookform.booking.Location;
import bookform.booking.PrivacyPolicy;
import bookform.booking.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which booking forms and locations there are, and how they belong together. */
final class Directory {
    private final Store store;
    private final Catalogue catalogue;

    Directory(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    Optional<BookingForm> form(long form) {
        return catalogue.form(form);
    }

    /** As it is at a location; empty when it does not book there. */
    Optional<BookingForm> formAt(long form, long location) {
        return catalogue.form(form).flatMap(found -> found.chain().isEmpty() ? Optional.of(found).filter(own -> own.location() == location)
                : catalogue.offer(location)
                        .filter(offer -> offer.location().chain().filter(chain -> chain.id() == found.chain().get()).isPresent())
                        .map(offer -> found.at(location, offer.asksForCode())));
    }

    /** The location's own first form. */
    Optional<BookingForm> formOf(long location) {
        return catalogue.offer(location).flatMap(offer -> offer.setup().forms().stream().findFirst());
    }

    Optional<Location> location(long location) {
        return catalogue.offer(location).map(Offer::location);
    }

    List<Location> locations(int most) {
        return store.locations().first(most).stream().flatMap(location -> location(location).stream()).toList();
    }

    /**
     * One query finds them; their set-ups are in memory.
     *
     * @param nextSlot the first free time slot of one of them
     */
    List<ChainLocation> ofChain(long chain, Function<Location, Optional<TimeSlot>> nextSlot) {
        return store.read(tables -> tables.setUps().locationsOfChain(chain)).stream()
                .flatMap(location -> catalogue.offer(location).stream()).filter(offer -> !offer.services().isEmpty())
                .map(offer -> listed(offer, nextSlot.apply(offer.location()).map(TimeSlot::start))).toList();
    }

    Optional<PrivacyPolicy> privacyPolicy(long location) {
        return catalogue.offer(location).flatMap(offer -> offer.setup().privacyPolicy()).filter(policy -> !policy.text().isBlank());
    }

    private static ChainLocation listed(Offer offer, Optional<Instant> nextSlot) {
        var location = offer.location();
        return new ChainLocation(location.id(), location.title(), location.address(), location.city(), location.phone(), location.zone(),
                location.coordinates(), offer.asksForCode(), nextSlot);
    }
}

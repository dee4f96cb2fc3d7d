package bookform.backend;

import bookform.backend.Accounts.SignedIn;
import bookform.backend.store.ReviewTable.NewReview;
import bookform.backend.store.Store;
import bookform.backend.store.StoredAppointment;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import bookform.booking.ReviewedVisit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What clients say afterwards: once for a visit, once for a team member, and the rating follows. */
final class Reviews {
    private static final int MOST = 300;

    private final Store store;
    private final Catalogue catalogue;
    private final Appointments appointments;
    private final ReviewTokens tokens;
    private final Clock clock;

    /** An appointment with its offer and who it was booked for. */
    private record Found(Offer offer, StoredAppointment stored, String client, boolean reviewed) {}

    Reviews(Store store, Catalogue catalogue, Appointments appointments, ReviewTokens tokens, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.appointments = appointments;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Empty for what did not take place, or has not yet. */
    Optional<String> token(long location, StoredAppointment appointment) {
        return isOver(appointment, clock.instant()) ? Optional.of(tokens.token(location, appointment.id())) : Optional.empty();
    }

    Optional<ReviewedVisit> find(String token) {
        return found(token).map(this::shown);
    }

    /** @throws BookingRefused REVIEWED_ALREADY */
    Optional<ReviewedVisit> review(String token, Draft draft) {
        return found(token).map(found -> {
            var review = new NewReview(found.stored.teamMember().id(), Optional.of(found.stored.id()), Optional.empty(),
                    firstName(found.client), draft, clock.instant());
            keep(found.offer.location().id(), review);
            return find(token).orElseThrow();
        });
    }

    List<Review> list(long location, Filter filter) {
        var page = new Filter(filter.from(), filter.to(), filter.teamMember(), filter.stars(), Math.max(1, filter.page()),
                Math.clamp(filter.count(), 1, MOST));
        return store.read(tables -> tables.reviews().list(location, page));
    }

    /**
     * Empty where the client has not been.
     *
     * @throws BookingRefused REVIEWED_ALREADY
     */
    Optional<Review> reviewTeamMember(SignedIn client, long location, long teamMember, Draft draft) {
        var phone = client.account().phone();
        if (!store.read(tables -> tables.ownAppointments().hasBeenWith(location, teamMember, phone, clock.instant())))
            return Optional.empty();
        return Optional.of(keep(location, new NewReview(teamMember, Optional.empty(), Optional.of(client.account().id()),
                firstName(client.account().name()), draft, clock.instant())));
    }

    private Review keep(long location, NewReview review) {
        var kept = store.write(tables -> tables.reviews().insert(location, review))
                .orElseThrow(() -> new BookingRefused(Reason.REVIEWED_ALREADY));
        catalogue.lookAgain(location); // the rating has changed
        return kept;
    }

    private Optional<Found> found(String token) {
        return tokens.find(token)
                .flatMap(
                        visit -> catalogue.offer(visit.location())
                                .flatMap(offer -> store.read(tables -> tables.appointments()
                                        .find(visit.location(), visit.appointment(), offer.location().currency())
                                        .filter(stored -> isOver(stored, clock.instant()))
                                        .map(stored -> new Found(offer, stored,
                                                tables.ownAppointments().client(visit.location(), stored.id()),
                                                tables.reviews().isReviewed(visit.location(), stored.id()))))));
    }

    private ReviewedVisit shown(Found found) {
        return new ReviewedVisit(appointments.shown(found.stored, found.offer.location()), found.reviewed);
    }

    private static boolean isOver(StoredAppointment appointment, Instant now) {
        return appointment.status() != Status.CANCELLED && appointment.status() != Status.NO_SHOW && !now.isBefore(appointment.time().to());
    }

    /** What the world may know of who says something. */
    private static String firstName(String name) {
        return name.strip().replaceFirst("(?s)\\s.*", "");
    }
}

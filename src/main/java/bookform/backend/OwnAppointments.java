package bookform.backend;

import bookform.backend.store.Store;
import bookform.backend.store.StoredAppointment;
import bookform.booking.OwnAppointment;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The appointments of a client who is signed in, found by their phone. */
final class OwnAppointments {
    private final Store store;
    private final Catalogue catalogue;
    private final Appointments appointments;
    private final Reviews reviews;

    OwnAppointments(Store store, Catalogue catalogue, Appointments appointments, Reviews reviews) {
        this.store = store;
        this.catalogue = catalogue;
        this.appointments = appointments;
        this.reviews = reviews;
    }

    List<OwnAppointment> list(String phone) {
        return list(phone, this::shown);
    }

    List<OwnAppointment> listInDoubtToo(String phone) {
        return list(phone, this::asStored);
    }

    Optional<OwnAppointment> find(String phone, long location, long appointment) {
        var claim = Claim.phone(phone);
        return catalogue.offer(location)
                .flatMap(offer -> store
                        .read(tables -> tables.appointments().find(location, appointment, offer.location().currency())
                                .filter(stored -> claim.covers(tables, location, stored)))
                        .map(stored -> shown(offer, stored)));
    }

    private List<OwnAppointment> list(String phone, BiFunction<Offer, StoredAppointment, OwnAppointment> form) {
        return store.read(tables -> tables.ownAppointments().list(phone)).stream()
                .flatMap(own -> catalogue.offer(own.location()).map(offer -> form.apply(offer, own.appointment())).stream()).toList();
    }

    private OwnAppointment shown(Offer offer, StoredAppointment stored) {
        appointments.requireKnown(offer.location().id(), stored.id());
        return asStored(offer, stored);
    }

    private OwnAppointment asStored(Offer offer, StoredAppointment stored) {
        var location = offer.location();
        return new OwnAppointment(appointments.asStored(stored, location), stored.hash(), reviews.token(location.id(), stored),
                appointments.isInDoubt(location.id(), stored.id()));
    }
}

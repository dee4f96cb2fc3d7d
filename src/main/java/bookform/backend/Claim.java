package bookform.backend;

import bookform.backend.store.StoredAppointment;
import bookform.backend.store.Tables;

/** What shows that an appointment is somebody's. */
@FunctionalInterface
interface Claim {
    boolean covers(Tables tables, long location, StoredAppointment appointment);

    /** The secret of the appointment itself. */
    static Claim hash(String hash) {
        return (tables, location, appointment) -> Keyed.same(appointment.hash(), hash);
    }

    /** The phone it was booked under. */
    static Claim phone(String phone) {
        return (tables, location, appointment) -> tables.ownAppointments().isOf(location, appointment.id(), phone);
    }
}

package bookform.support;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.store.Store;
import bookform.booking.BookingForm;
import bookform.booking.Chain;
import bookform.booking.FormStep;
import bookform.booking.Location;
import bookform.booking.Location.Coordinates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The demo location and a second one like it by the river, as the chain Linden Studios: form {@link #FORM} books at both, and by the
 * river a code is asked for.
 */
public final class DemoChain {
    public static final Chain CHAIN = new Chain(5, "Linden Studios");
    public static final long FORM = 30;
    public static final long RIVERSIDE = 2;
    public static final long RIVERSIDE_FORM = 20;

    private DemoChain() {}

    /** @param steps of the form, besides that it is of the chain */
    public static void setUp(Store store, LocalDate today, FormStep... steps) {
        var setup = DemoLocation.setup(today);
        var forms = new ArrayList<>(setup.forms());
        forms.add(form(setup, FORM, DemoLocation.LOCATION, List.of(steps), false, Optional.of(CHAIN.id())));
        store.locations().replace(setup.withLocation(location(setup, DemoLocation.LOCATION, "Linden Studio", "Vilnius", 54.68, 25.28))
                .withForms(forms));
        store.locations().replace(setup.withLocation(location(setup, RIVERSIDE, "Linden by the river", "Kaunas", 54.9, 23.9))
                .withForms(List.of(form(setup, RIVERSIDE_FORM, RIVERSIDE, List.of(), true, Optional.empty()))));
    }

    /** Like the demo's. */
    public static Location location(LocationSetup setup, long id, String title, String city, double latitude, double longitude) {
        var like = setup.location();
        return new Location(id, title, "1 Linden Street, " + city, city, like.phone(), like.zone(), like.country(), like.currency(),
                Optional.of(new Coordinates(latitude, longitude)), like.description(), like.logo(), like.cancellation(), like.moving(),
                like.email(),
                like.anyTeamMember(), like.smsReminderHours(), Optional.of(CHAIN));
    }

    private static BookingForm form(LocationSetup setup, long id, long location, List<FormStep> steps, boolean phoneConfirmation,
            Optional<Long> chain) {
        var like = setup.forms().getFirst();
        return new BookingForm(id, location, steps.isEmpty() ? like.steps() : steps, like.language(), like.languages(), phoneConfirmation,
                like.smsReminders(), like.commentRequired(), like.commentLabel(), like.notice(), like.privacyPolicy(), like.caption(),
                List.of(), chain, like.style(), like.tracking());
    }
}

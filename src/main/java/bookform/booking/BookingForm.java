package bookform.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one booking page is set up.
 *
 * @param steps in the order to walk; the details are always last
 * @param language the language when neither the address nor the browser asks for one of {@code languages}
 * @param phoneConfirmation an SMS code is asked for before booking
 * @param smsReminders the details offer a reminder by SMS
 * @param commentLabel the business's own label of the comment field; empty for ours
 * @param notice a text the business shows above the details; empty for none
 * @param privacyPolicy the client must agree to the location's privacy policy, where it has one
 * @param caption what stands under a team member's name
 * @param chain the number of the chain among whose locations the client chooses; empty when {@code location} is the only one. A form of a
 *        chain is kept at one location, and is found at another one by {@link BookingApi#findBookingForm(long, long)}.
 * @param sites origins that may show it in a frame, {@code https://salon.example} or {@code https://*.salon.example}; empty for any
 * @param style how it looks
 * @param tracking where the business counts what happens on it
 */
public record BookingForm(long id, long location, List<FormStep> steps, Locale language, List<Locale> languages,
        boolean phoneConfirmation, boolean smsReminders, boolean commentRequired, String commentLabel, String notice,
        boolean privacyPolicy, Caption caption, List<String> sites, Optional<Long> chain, Style style,
        Tracking tracking) {

    /** What stands under a team member's name (wire: {@code specialization_display_mode}). */
    public enum Caption {
        SPECIALIZATION, POSITION
    }

    public BookingForm {
        steps = List.copyOf(steps);
        languages = List.copyOf(languages);
        sites = List.copyOf(sites);
    }

    /** Of one location; any site may show it, and it looks as ours do. */
    public BookingForm(long id, long location, List<FormStep> steps, Locale language, List<Locale> languages,
            boolean phoneConfirmation, boolean smsReminders, boolean commentRequired, String commentLabel, String notice,
            boolean privacyPolicy, Caption caption) {
        this(id, location, steps, language, languages, phoneConfirmation, smsReminders, commentRequired, commentLabel, notice,
                privacyPolicy, caption, List.of(), Optional.empty(), Style.PLAIN, Tracking.NONE);
    }

    /** The same form as it is at another location of its chain. */
    public BookingForm at(long location, boolean phoneConfirmation) {
        return new BookingForm(id, location, steps, language, languages, phoneConfirmation, smsReminders, commentRequired, commentLabel,
                notice, privacyPolicy, caption, sites, chain, style, tracking);
    }

    public BookingForm withSites(List<String> sites) {
        return new BookingForm(id, location, steps, language, languages, phoneConfirmation, smsReminders, commentRequired, commentLabel,
                notice, privacyPolicy, caption, sites, chain, style, tracking);
    }

    public BookingForm withStyle(Style style) {
        return new BookingForm(id, location, steps, language, languages, phoneConfirmation, smsReminders, commentRequired, commentLabel,
                notice, privacyPolicy, caption, sites, chain, style, tracking);
    }

    public BookingForm withTracking(Tracking tracking) {
        return new BookingForm(id, location, steps, language, languages, phoneConfirmation, smsReminders, commentRequired, commentLabel,
                notice, privacyPolicy, caption, sites, chain, style, tracking);
    }
}

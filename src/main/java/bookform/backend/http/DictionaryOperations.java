package bookform.backend.http;

import bookform.altegio.wire.Country.BusinessGroup;
import bookform.altegio.wire.Country.BusinessType;
import bookform.altegio.wire.Country.PhoneValidity;
import bookform.altegio.wire.Envelope.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is the same for all businesses (altegio-api.md §6.1). */
final class DictionaryOperations {
    private static final List<BusinessGroup> BUSINESSES = List.of(
            group(1, "Beauty", "Beauty salon", "Hairdresser", "Barbershop", "Nail studio", "Brows and lashes", "Cosmetology",
                    "Tattoo and piercing"),
            group(2, "Health", "Medical centre", "Dentistry", "Massage", "Psychology", "Physiotherapy"),
            group(3, "Sport", "Fitness club", "Yoga studio", "Dance studio", "Swimming pool", "Tennis court"),
            group(4, "Leisure", "Sauna", "Quest room", "Photo studio", "Karting"),
            group(5, "Education", "Language school", "Music school", "Driving school", "Tutor"),
            group(6, "Cars", "Car service", "Car wash", "Tyre service"),
            group(7, "Everyday services", "Cleaning", "Repairs", "Tailor", "Veterinary clinic", "Pet grooming", "Coworking"));

    /** Named in the caller's language. */
    Answer countries(Call call) {
        return Answer.of(Countries.all(call.language().orElse(Locale.ENGLISH)));
    }

    Answer businesses(Call call) {
        return Answer.of(BUSINESSES, new Count(BUSINESSES.size()));
    }

    Answer validatePhone(Call call) {
        return Answer.of(new PhoneValidity(Phones.ringing(call.text("phone"), null).isPresent()));
    }

    private static BusinessGroup group(long id, String title, String... types) {
        var all = new ArrayList<BusinessType>();
        for (var type : types) all.add(new BusinessType(id * 100 + all.size() + 1, type, id));
        return new BusinessGroup(id, title, "", "", all);
    }
}

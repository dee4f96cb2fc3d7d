package bookform.altegio.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What group events can be chosen by (§4.6). */
public interface ActivityChoices {
    /** The first and the last day that have any. */
    record DatesRange(Optional<String> minDate, Optional<String> maxDate) {}

    /**
     * One thing to choose by.
     *
     * @param code {@code staff}, {@code resource}, {@code service} or {@code service_category}
     */
    record Filter(String code, String title, List<Option> data) {}

    /** @param isDisabled nothing would be left, given what else was chosen */
    record Option(long id, String title, boolean isDisabled) {}

    /** A service of which there are events. */
    record GroupService(long id, String title, int capacity, BigDecimal priceMin, BigDecimal priceMax, boolean isMulti,
            Activity.Category category, List<Leader> staff, List<Resource> resources) {}

    /** @param length seconds that it takes them */
    record Leader(long id, String name, int length) {}

    /** What an event of the service takes. */
    record Resource(long id, String title, long salonId) {}
}

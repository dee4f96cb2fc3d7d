package bookform.altegio;

import bookform.altegio.wire.WireJson;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What Altegio tells us when something changes over there (altegio-api.md §9): what is remembered of it is forgotten. Whoever knows the
 * address can make us forget, and nothing else: nothing of what is told is believed or kept.
 */
final class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Lifetime[] WHEN = {Lifetime.TIMES, Lifetime.DATES, Lifetime.TEAM};
    private static final Lifetime[] ALL = Lifetime.values();
    private static final Set<String> BOOKED_TIME = Set.of("record", "schedule");
    private static final Set<String> OFFER = Set.of("service", "service_category", "staff", "master", "salon", "company");

    private final Memory memory;

    Webhooks(Memory memory) {
        this.memory = memory;
    }

    /** @return whether it was one */
    boolean take(byte[] body) {
        try {
            return take(WireJson.answers().readTree(body));
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private boolean take(JsonNode told) {
        var location = told.path("company_id").asLong(0);
        var resource = told.path("resource").asString("");
        if (location <= 0 || resource.isEmpty()) return false;
        if (BOOKED_TIME.contains(resource)) {
            memory.forget(location, WHEN);
        } else if (OFFER.contains(resource)) {
            memory.forget(location, ALL);
            memory.forget(0, Lifetime.FORM); // which location's they are, only their answers say
        }
        LOG.debug("Altegio tells of a {} at location {}", OFFER.contains(resource) || BOOKED_TIME.contains(resource) ? resource : "thing",
                location);
        return true;
    }
}

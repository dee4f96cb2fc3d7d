package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is forgotten when Altegio tells of a change, and what is not. */
class WebhooksTest {
    private final CaffeineMemory memory = new CaffeineMemory(System::nanoTime, new Patience(System::nanoTime), new OldAnswers());
    private final Webhooks webhooks = new Webhooks(memory);

    @Test
    void aRecordMakesTheTimesOld() {
        assertEquals(Set.of(Lifetime.TIMES, Lifetime.DATES, Lifetime.TEAM), forgotten(1, "record", 1));
        assertEquals(Set.of(Lifetime.TIMES, Lifetime.DATES, Lifetime.TEAM), forgotten(1, "schedule", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "service_category", "staff", "master", "salon", "company"})
    void anotherOfferMakesAllOfItOld(String resource) {
        assertEquals(EnumSet.allOf(Lifetime.class), forgotten(1, resource, 1));
        assertEquals(Set.of(Lifetime.FORM), forgotten(1, resource, 0));
    }

    @Test
    void otherLocationsStayAsTheyAre() {
        assertEquals(Set.of(), forgotten(1, "record", 2));
    }

    @Test
    void goodsAreNoneOfOurBusiness() {
        assertEquals(Set.of(), forgotten(1, "goods_operations_sale", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html>", "{\"company_id\":\"x\",\"resource\":\"record\"}", "{\"company_id\":1}",
            "{\"company_id\":-1,\"resource\":\"record\"}"})
    void whatIsNoneIsSaidToBeNone(String body) {
        assertFalse(webhooks.take(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Which of the lifetimes at the asked location lost what they had when a resource of the told one changed. */
    private Set<Lifetime> forgotten(long told, String resource, long asked) {
        var call = Call.get("something");
        for (var lifetime : Lifetime.values()) memory.get(lifetime, asked, call, () -> "old");
        var body = "{\"company_id\":" + told + ",\"resource\":\"" + resource + "\",\"resource_id\":7,\"status\":\"update\",\"data\":[]}";
        assertTrue(webhooks.take(body.getBytes(StandardCharsets.UTF_8)));
        return Stream.of(Lifetime.values()).filter(lifetime -> memory.get(lifetime, asked, call, () -> "new").equals("new"))
                .collect(Collectors.toSet());
    }
}

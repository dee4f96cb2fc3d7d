package bookform.backend.erasure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was forgotten, in numbers.
 *
 * @param visits whose client is nobody now
 * @param cancelled appointments that were still to come
 * @param reviews that have no author any more
 * @param codes sent to the phone
 * @param messages that had been sent to them
 * @param blacklisted clients of whom the phone stays, as they may not book
 */
public record Erased(int clients, int visits, int cancelled, int reviews, int accounts, int codes, int messages, int blacklisted) {
    static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0, 0, 0);

    Erased plus(Erased other) {
        return new Erased(clients + other.clients, visits + other.visits, cancelled + other.cancelled, reviews + other.reviews,
                accounts + other.accounts, codes + other.codes, messages + other.messages,
                blacklisted + other.blacklisted);
    }

    /** What was found, in words. */
    Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("clients forgotten", clients);
        counts.put("visits that are nobody's now", visits);
        counts.put("coming appointments cancelled", cancelled);
        counts.put("reviews without their author", reviews);
        counts.put("accounts deleted", accounts);
        counts.put("codes deleted", codes);
        counts.put("messages deleted", messages);
        counts.put("blacklisted clients whose phone stays, alone", blacklisted);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}

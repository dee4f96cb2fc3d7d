package bookform.web;

import java.util.HashMap;
import java.util.Map;

/**
 * Sentences of one language by their keys.
 *
 * @param language ISO 639
 */
record Messages(String language, Map<String, String> byKey, PluralRule plurals) {
    static Messages in(String language) {
        return new Messages(language, MessageFile.read(language), PluralRule.of(language));
    }

    /**
     * In somebody else's words where they have some; those begin as ours do, as they may come from the middle of a sentence. What we do not
     * say, and what has places or is counted, cannot be said by others.
     */
    Messages with(Map<String, String> others) {
        var all = new HashMap<>(byKey);
        others.forEach((key, words) -> all.computeIfPresent(key, (same, ours) -> ours.contains("{") ? ours : likeOurs(ours, words)));
        return new Messages(language, Map.copyOf(all), plurals);
    }

    String text(String key, Object... places) {
        var message = byKey.get(key);
        if (message == null) throw new IllegalArgumentException("No message " + key + " in " + language);
        return places.length == 0 ? message : fill(message, places);
    }

    String plural(String key, long n) {
        return fill(byKey.get(key + "." + plurals.category(n)), "n", n);
    }

    private String likeOurs(String ours, String words) {
        return Typography.of(language, Character.isUpperCase(ours.codePointAt(0)) ? Typography.capital(words) : words);
    }

    private static String fill(String message, Object... places) {
        for (var i = 0; i < places.length; i += 2) message = message.replace("{" + places[i] + "}", String.valueOf(places[i + 1]));
        return message;
    }
}

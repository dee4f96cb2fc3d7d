package bookform.web;

import java.util.List;

/** Which form of a word a whole number takes, after the Unicode CLDR plural rules for cardinals. */
enum PluralRule {
    ONE_OTHER(List.of("one", "other")) {
        @Override
        String category(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    LITHUANIAN(List.of("one", "few", "other")) {
        @Override
        String category(long n) {
            if (teens(n)) return "other";
            if (n % 10 == 1) return "one";
            return n % 10 >= 2 ? "few" : "other";
        }
    },
    LATVIAN(List.of("zero", "one", "other")) {
        @Override
        String category(long n) {
            if (n % 10 == 0 || teens(n)) return "zero";
            return n % 10 == 1 ? "one" : "other";
        }
    },
    UKRAINIAN(List.of("one", "few", "many")) {
        @Override
        String category(long n) {
            if (n % 10 == 1 && n % 100 != 11) return "one";
            return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? "few" : "many";
        }
    },
    ARABIC(List.of("zero", "one", "two", "few", "many", "other")) {
        @Override
        String category(long n) {
            if (n <= 2) return List.of("zero", "one", "two").get((int) n);
            var hundred = n % 100;
            if (hundred >= 3 && hundred <= 10) return "few";
            return hundred >= 11 ? "many" : "other";
        }
    };

    private final List<String> categories;

    PluralRule(List<String> categories) {
        this.categories = categories;
    }

    /** @param n zero or more */
    abstract String category(long n);

    /** Every form that a message with a count needs in this language. */
    List<String> categories() {
        return categories;
    }

    static PluralRule of(String language) {
        return switch (language) {
            case "lt" -> LITHUANIAN;
            case "lv" -> LATVIAN;
            case "uk" -> UKRAINIAN;
            case "ar" -> ARABIC;
            default -> ONE_OTHER;
        };
    }

    private static boolean teens(long n) {
        return n % 100 >= 11 && n % 100 <= 19;
    }
}

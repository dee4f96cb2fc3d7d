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
    ARMENIAN(List.of("one", "other")) {
        @Override
        String category(long n) {
            return n <= 1 ? "one" : "other";
        }
    },
    /** A million stands before a noun with "de". */
    SPANISH(List.of("one", "many", "other")) {
        @Override
        String category(long n) {
            return n == 1 ? "one" : millions(n) ? "many" : "other";
        }
    },
    FRENCH(List.of("one", "many", "other")) {
        @Override
        String category(long n) {
            return n <= 1 ? "one" : millions(n) ? "many" : "other";
        }
    },
    ROMANIAN(List.of("one", "few", "other")) {
        @Override
        String category(long n) {
            if (n == 1) return "one";
            return n == 0 || n % 100 >= 1 && n % 100 <= 19 ? "few" : "other";
        }
    },
    CZECH(List.of("one", "few", "other")) {
        @Override
        String category(long n) {
            if (n == 1) return "one";
            return n >= 2 && n <= 4 ? "few" : "other";
        }
    },
    POLISH(List.of("one", "few", "many")) {
        @Override
        String category(long n) {
            if (n == 1) return "one";
            return twoToFour(n) ? "few" : "many";
        }
    },
    CROATIAN(List.of("one", "few", "other")) {
        @Override
        String category(long n) {
            if (n % 10 == 1 && n % 100 != 11) return "one";
            return twoToFour(n) ? "few" : "other";
        }
    },
    UKRAINIAN(List.of("one", "few", "many")) {
        @Override
        String category(long n) {
            if (n % 10 == 1 && n % 100 != 11) return "one";
            return twoToFour(n) ? "few" : "many";
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
    HEBREW(List.of("one", "two", "other")) {
        @Override
        String category(long n) {
            return n == 1 ? "one" : n == 2 ? "two" : "other";
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
            case "hy" -> ARMENIAN;
            case "es", "it" -> SPANISH;
            case "fr" -> FRENCH;
            case "ro" -> ROMANIAN;
            case "cs" -> CZECH;
            case "pl" -> POLISH;
            case "hr" -> CROATIAN;
            case "uk" -> UKRAINIAN;
            case "lt" -> LITHUANIAN;
            case "lv" -> LATVIAN;
            case "he" -> HEBREW;
            case "ar" -> ARABIC;
            default -> ONE_OTHER;
        };
    }

    private static boolean millions(long n) {
        return n != 0 && n % 1_000_000 == 0;
    }

    /** And what ends in them, 22, though not 12. */
    private static boolean twoToFour(long n) {
        return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    }

    private static boolean teens(long n) {
        return n % 100 >= 11 && n % 100 <= 19;
    }
}

package bookform.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and the names of days and months as a country writes them, within a sentence: most languages begin them small. */
final class DateFormats {
    /** Where CLDR's short day is digits alone, {@code 25. 11.}, or clips what is not clipped within a sentence. */
    private static final Map<String, String> DAYS_IN_WORDS = Map.of("bg", "EEE, d MMMM", "cs", "EEE d. MMMM", "hu", "MMM d., EEEE",
            "hy", "MMMM d, EEE", "kk", "d MMMM, EEE", "lt", "MMMM d 'd.', EEE");

    /** In a pattern; {@code kovo 5 d.} has a word after it, too. */
    private static final Pattern DAY_OF_MONTH = Pattern.compile("\\bd\\b.*?M+|M+ d\\b( 'd)?");

    private static final List<String> LATVIAN_DAYS = List.of("P", "O", "T", "C", "Pk", "S", "Sv");

    private final Locale formats;
    private final DateTimeFormatter fullDate;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter time;
    private final DateTimeFormatter month;

    /** @param formats a language, a country, and which digits */
    DateFormats(Locale formats) {
        this.formats = formats;
        // CLDR's Georgian has a zero before the day here, and nowhere else.
        this.fullDate = inOnePiece(formats.getLanguage().equals("ka") ? "EEEE, d MMMM, yyyy"
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.FULL, null, IsoChronology.INSTANCE, formats));
        var inWords = DAYS_IN_WORDS.get(formats.getLanguage());
        this.dayAndMonth = inOnePiece(inWords != null ? inWords
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern("MMMEd", IsoChronology.INSTANCE, formats));
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(formats);
        this.month = DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(formats);
    }

    /** A day is not parted from its month at the end of a line. */
    private DateTimeFormatter inOnePiece(String pattern) {
        var held = DAY_OF_MONTH.matcher(pattern).replaceFirst(day -> Matcher.quoteReplacement(day.group().replace(' ', '\u00a0')));
        return DateTimeFormatter.ofPattern(held, formats);
    }

    String fullDate(LocalDate date) {
        return fullDate.format(date);
    }

    String dayAndMonth(LocalDate date) {
        return dayAndMonth.format(date);
    }

    /** In one piece: half of the day is not left behind on a line of its own. */
    String time(LocalTime at) {
        return time.format(at).replace(' ', '\u00a0');
    }

    String month(YearMonth yearMonth) {
        return month.format(yearMonth);
    }

    String monthInShort(Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, formats);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, formats);
    }

    String weekdayInShort(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, formats);
    }

    String columnHead(DayOfWeek day) {
        return switch (formats.getLanguage()) {
            // What calendars there print: CLDR's short forms are whole words, or as long.
            case "ar", "he" -> day.getDisplayName(TextStyle.NARROW_STANDALONE, formats);
            case "lv" -> LATVIAN_DAYS.get(day.ordinal());
            default -> weekdayInShort(day);
        };
    }
}

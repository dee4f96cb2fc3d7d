package bookform.web;

import bookform.booking.Money;
import bookform.booking.PriceRange;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything a page says in one language: sentences, counted words, dates, times, money.
 *
 * <p>A message is a line of {@code messages/<language>.properties} with places such as {@code {name}}. A counted message has one
 * line per plural form, {@code services.chosen.one} and {@code services.chosen.other}; {@code {n}} is the number.
 */
public final class Texts {
    /** Of languages in countries, the countries being whatever callers ask for. */
    private static final Cache<Locale, Texts> LOADED = Caffeine.newBuilder().maximumSize(200).build();

    private final Locale locale;
    private final Messages messages;
    private final Locale formats;
    private final DateFormats dates;
    private final MoneyFormat moneyFormat;
    private final Cache<Money, String> money = Caffeine.newBuilder().maximumSize(5_000).build();
    private final Cache<Duration, String> durations = Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<Map<String, String>, Texts> inOtherWords = Caffeine.newBuilder().maximumSize(2).build();

    private Texts(Locale locale) {
        this(locale, Messages.in(locale.getLanguage()));
    }

    private Texts(Locale locale, Messages messages) {
        this.locale = locale;
        this.messages = messages;
        // One kind of digits everywhere: addresses, SMS codes and phones are in these too.
        var country = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
        this.formats = new Locale.Builder().setLocale(country).setUnicodeLocaleKeyword("nu", "latn").build();
        this.dates = new DateFormats(formats);
        this.moneyFormat = new MoneyFormat(formats);
    }

    /**
     * The texts of a language we speak, with dates and money as the country writes them; English for every other. English without a
     * country is written as in Britain: most who read it in a second language expect days first and a clock of 24 hours.
     */
    public static Texts in(Locale locale) {
        var language = locale.getLanguage();
        if (!OurLanguages.include(locale)) return in(OurLanguages.ALL.getFirst());
        return LOADED.get(Locale.of(language, locale.getCountry()), Texts::new);
    }

    /** Messages alone, in a language we speak: what dates and money need takes a while to load, twenty times. */
    public static List<String> messages(Locale language, String... keys) {
        return MessageFile.read(language.getLanguage(), keys);
    }

    /** A name in its own direction of writing, whatever the page's. */
    public static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** With some messages in somebody else's words, by the keys of ours. */
    public Texts with(Map<String, String> others) {
        return others.isEmpty() ? this : inOtherWords.get(others, words -> new Texts(locale, messages.with(words)));
    }

    public Locale locale() {
        return locale;
    }

    /** For the {@code lang} attribute. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** For the {@code dir} attribute. */
    public String direction() {
        return OurLanguages.directionOf(locale);
    }

    /** @param places names and values in turn: {@code text("time.heading", "name", "Anna")} */
    public String text(String key, Object... places) {
        return messages.text(key, places);
    }

    /** A counted message; {@code n} is zero or more. */
    public String plural(String key, long n) {
        return messages.plural(key, n);
    }

    /** {@code Wednesday, 25 November 2026}, to stand by itself. */
    public String fullDate(LocalDate date) {
        return capital(dates.fullDate(date));
    }

    /** {@code Wed, 25 Nov}, to stand within a sentence. */
    public String date(LocalDate date) {
        return dates.dayAndMonth(date);
    }

    /** {@code Wed, 25 Nov, 10:30}, to stand within a sentence. */
    public String dateAndTime(LocalDateTime at) {
        return text("date.and_time", "date", date(at.toLocalDate()), "time", time(at.toLocalTime()));
    }

    public String time(LocalTime at) {
        return dates.time(at);
    }

    /** {@code November 2026}. */
    public String month(YearMonth yearMonth) {
        return capital(dates.month(yearMonth));
    }

    /** The days of the week from the one that calendars begin with in a country, ISO 3166-1 alpha-2, whatever language is read there. */
    public static List<DayOfWeek> week(String country) {
        var first = WeekFields.of(Locale.of("", country)).getFirstDayOfWeek();
        var week = new ArrayList<DayOfWeek>(7);
        for (var i = 0; i < 7; i++) week.add(first.plus(i));
        return week;
    }

    /** {@code Nov}, to stand by itself. */
    public String month(Month month) {
        return capital(dates.monthInShort(month));
    }

    public String weekday(DayOfWeek day) {
        return capital(dates.weekday(day));
    }

    /** {@code Wed}. */
    public String weekdayInShort(DayOfWeek day) {
        return capital(dates.weekdayInShort(day));
    }

    /** {@code Wed}, or less where that is no short word: what a column of a calendar is headed with. */
    public String columnHead(DayOfWeek day) {
        return capital(dates.columnHead(day));
    }

    /** {@code 4.8}; no decimal where it is 0. */
    public String stars(double stars) {
        var format = NumberFormat.getInstance(formats);
        format.setMaximumFractionDigits(1);
        return format.format(stars);
    }

    public String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL_STANDALONE, formats);
    }

    /** Without decimals when they are all zero: {@code €25}, {@code €12.50}. */
    public String money(Money amount) {
        return money.get(amount, moneyFormat::format);
    }

    public String price(PriceRange price) {
        return price.isFixed() ? money(price.min()) : text("price.range", "from", money(price.min()), "to", money(price.max()));
    }

    /** {@code 1 h 30 min}. */
    public String duration(Duration duration) {
        return durations.get(duration, this::format);
    }

    /** To begin a line with: most languages write weekdays and months small within a sentence. */
    public String capital(String text) {
        return Typography.capital(text);
    }

    /** Every message by its key, places not filled in. */
    public Map<String, String> messages() {
        return messages.byKey();
    }

    Set<String> keys() {
        return messages.byKey().keySet();
    }

    private String format(Duration duration) {
        var hours = duration.toHours();
        var minutes = duration.toMinutesPart();
        if (hours == 0) return text("duration.minutes", "m", minutes);
        return minutes == 0 ? text("duration.hours", "h", hours) : text("duration.hours_minutes", "h", hours, "m", minutes);
    }
}

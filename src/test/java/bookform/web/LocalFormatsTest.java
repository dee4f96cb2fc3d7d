package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, months, weekdays and money as people of each language write them; {@code ~} is a space at which no line ends, {@code _} a narrow one. */
class LocalFormatsTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Thursday, 5~March 2026           | Thu 5~Mar, 09:30
            de | Donnerstag, 5.~März 2026         | Do., 5.~März, 09:30
            pl | Czwartek, 5~marca 2026           | czw., 5~mar, 09:30
            fr | Jeudi 5~mars 2026                | jeu. 5~mars, 09:30
            es | Jueves, 5~de~marzo de 2026       | jue, 5~mar, 9:30
            it | Giovedì 5~marzo 2026             | gio 5~mar, ore 09:30
            cs | Čtvrtek 5.~března 2026           | čt 5.~března, 9:30
            ro | Joi, 5~martie 2026               | joi, 5~mar., 09:30
            bg | Четвъртък, 5~март 2026_г.        | чт, 5~март, 9:30
            hu | 2026. március~5., csütörtök      | márc.~5., csütörtök 9:30
            hr | Četvrtak, 5.~ožujka 2026.        | čet, 5.~ožu u~09:30
            lt | 2026 m. kovo~5~d., ketvirtadienis | kovo~5~d., kt, 09:30
            lv | Ceturtdiena, 2026. gada 5.~marts | ceturtd., 5.~marts, 09:30
            et | Neljapäev, 5.~märts 2026         | N, 5.~märts, 09:30
            uk | Четвер, 5~березня 2026_р.        | чт, 5~бер., 09:30
            ka | ხუთშაბათი, 5~მარტი, 2026         | ხუთ, 5~მარ, 09:30
            hy | 2026 թ. մարտի~5, հինգշաբթի       | մարտի~5, հնգ, 09:30
            kk | 2026_ж. 5~наурыз, бейсенбі       | 5~наурыз, бс, 09:30
            ar | الخميس، 5~مارس 2026              | الخميس، 5~مارس، 9:30~ص
            he | יום חמישי, 5~במרץ 2026           | יום ה׳, 5~במרץ, 9:30
            """)
    void datesAreWrittenAsTheLanguageDoes(String language, String fullDate, String dateAndTime) {
        var t = Texts.in(Locale.of(language));
        assertEquals(fullDate, held(t.fullDate(AT.toLocalDate())));
        assertEquals(dateAndTime, held(t.dateAndTime(AT)));
    }

    /** In the form that stands alone, {@code listopad}, not the one that follows a day, {@code listopada}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | March 2026      | Sunday      | Mon Tue Wed Thu Fri Sat Sun
            de | März 2026       | Sonntag     | Mo Di Mi Do Fr Sa So
            pl | Marzec 2026     | Niedziela   | Pon. Wt. Śr. Czw. Pt. Sob. Niedz.
            fr | Mars 2026       | Dimanche    | Lun. Mar. Mer. Jeu. Ven. Sam. Dim.
            es | Marzo de 2026   | Domingo     | Lun Mar Mié Jue Vie Sáb Dom
            it | Marzo 2026      | Domenica    | Lun Mar Mer Gio Ven Sab Dom
            cs | Březen 2026     | Neděle      | Po Út St Čt Pá So Ne
            ro | Martie 2026     | Duminică    | Lun. Mar. Mie. Joi Vin. Sâm. Dum.
            bg | Март 2026_г.    | Неделя      | Пн Вт Ср Чт Пт Сб Нд
            hu | 2026. március   | Vasárnap    | H K Sze Cs P Szo V
            hr | Ožujak 2026.    | Nedjelja    | Pon Uto Sri Čet Pet Sub Ned
            lt | 2026 m. kovas   | Sekmadienis | Pr An Tr Kt Pn Št Sk
            lv | 2026. g. marts  | Svētdiena   | P O T C Pk S Sv
            et | Märts 2026      | Pühapäev    | E T K N R L P
            uk | Березень 2026_р. | Неділя     | Пн Вт Ср Чт Пт Сб Нд
            ka | მარტი, 2026     | კვირა       | ორშ სამ ოთხ ხუთ პარ შაბ კვი
            hy | 2026 թ․ մարտ    | Կիրակի      | Երկ Երք Չրք Հնգ Ուր Շբթ Կիր
            kk | 2026_ж. наурыз  | Жексенбі    | Дс Сс Ср Бс Жм Сб Жс
            ar | مارس 2026       | الأحد       | ن ث ر خ ج س ح
            he | מרץ 2026        | יום ראשון   | ב׳ ג׳ ד׳ ה׳ ו׳ ש׳ א׳
            """)
    void monthsAndDaysStandAlone(String language, String month, String sunday, String week) {
        var t = Texts.in(Locale.of(language));
        assertEquals(month, held(t.month(YearMonth.from(AT))));
        assertEquals(sunday, t.weekday(DayOfWeek.SUNDAY));
        assertEquals(week, List.of(DayOfWeek.values()).stream().map(t::columnHead).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | €1,234.50 | PLN~30
            de | 1.234,50~€ | 30~PLN
            pl | 1~234,50~€ | 30~zł
            fr | 1_234,50~€ | 30~PLN
            es | 1.234,50~€ | 30~PLN
            it | 1.234,50~€ | 30~PLN
            cs | 1~234,50~€ | 30~PLN
            ro | 1.234,50~€ | 30~PLN
            bg | 1~234,50~€ | 30~PLN
            hu | 1~234,50~€ | 30~PLN
            hr | 1.234,50~€ | 30~PLN
            lt | 1~234,50~€ | 30~PLN
            lv | 1~234,50~€ | 30~PLN
            et | 1~234,50~€ | 30~PLN
            uk | 1~234,50~€ | 30~PLN
            ka | 1~234,50~€ | 30~PLN
            hy | 1~234,50~€ | 30~PLN
            kk | 1~234,50~€ | 30~PLN
            ar | \u200f1,234.50~€ | \u200f30~PLN
            he | \u200f1,234.50~\u200f€ | \u200f30~\u200fPLN
            """)
    void moneyIsWrittenAsTheLanguageDoes(String language, String euro, String zloty) {
        var t = Texts.in(Locale.of(language));
        assertEquals(euro, held(t.money(money("1234.5", "EUR"))));
        assertEquals(zloty, held(t.money(money("30", "PLN"))));
    }

    @ParameterizedTest
    @CsvSource({"cs,CZK,30~Kč", "hu,HUF,30~Ft", "ka,GEL,30~₾", "hy,AMD,30~֏", "kk,KZT,30~₸", "he,ILS,\u200f30~\u200f₪", "ro,RON,30~RON",
            "bg,BGN,30~лв.",
            "uk,UAH,30~₴"})
    void ownMoneyHasItsSign(String language, String currency, String written) {
        assertEquals(written, held(Texts.in(Locale.of(language)).money(money("30", currency))));
    }

    @Test
    void writesMoneyWithoutNeedlessDecimals() {
        var english = Texts.in(Locale.ENGLISH);
        assertEquals("€25", english.money(money("25", "EUR")));
        assertEquals("€12.50", english.money(money("12.5", "EUR")));
    }

    @Test
    void usesOneKindOfDigitsInEveryLanguage() {
        for (var language : OurLanguages.ALL) {
            var t = Texts.in(language);
            var all = t.money(money("1234567.89", "EUR")) + t.fullDate(LocalDate.of(2026, 11, 25)) + t.time(LocalTime.of(9, 30))
                    + t.month(YearMonth.of(2026, 11)) + t.duration(Duration.ofMinutes(95));
            assertTrue(all.codePoints().filter(Character::isDigit).allMatch(digit -> digit < 128), language + ": " + all);
        }
    }

    private static String held(String text) {
        return text.replace('\u00a0', '~').replace('\u202f', '_');
    }

    private static Money money(String amount, String currency) {
        return Money.of(new BigDecimal(amount), Currency.getInstance(currency));
    }
}

package bookform.phones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
            "LT, +370 612 34567, +37061234567", "LT, 8 612 34567, +37061234567", "LT, 0 612 34567, +37061234567",
            "LT, 612 34567, +37061234567", "LT, (8-612) 34567, +37061234567",
            "LT, 00370 612 34567, +37061234567", "LT, +37061234567, +37061234567", "LT, 370 612 34567, +37061234567",
            "LT, ＋３７０６１２３４５６７, +37061234567", "LT, +٣٧٠٦١٢٣٤٥٦٧, +37061234567", "LT, ٨٦١٢٣٤٥٦٧, +37061234567",
            "LT, +370\u00a0612\u00a034567, +37061234567",
            "LT, +370.612.34567, +37061234567", "LT, +370 5 200 0112, +37052000112",
            "DE, 0151 23456789, +4915123456789", "DE, 030 901820, +4930901820", "DE, +370 612 34567, +37061234567",
            "LV, 21234567, +37121234567", "EE, 5123 4567, +37251234567", "UA, 067 123 45 67, +380671234567",
            "UA, 0671234567, +380671234567",
            "GB, 07400 123456, +447400123456", "US, (201) 555-0123, +12015550123", "US, 201-555-0123, +12015550123",
            "AE, 050 123 4567, +971501234567",
            "IT, 312 345 6789, +393123456789", "FR, 06 12 34 56 78, +33612345678", "PL, 512 345 678, +48512345678",
            "IL, 050-234-5678, +972502345678"})
    void understandsWhatPeopleType(String country, String typed, String e164) {
        assertEquals(Optional.of(e164), PhoneNumbers.parse(typed, country));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"LT | ''", "LT | 12", "LT | +370 612 345", "LT | +370 612 34567890", "LT | hello", "LT | +", "LT | ++370", "LT | +000",
                    "LT | 0000000000", "LT | +999 123 456 789",
                    "LT | +370 612 34567 ext. 5", "LT | +370 612 34567;ext=5", "LT | 112", "LT | -370 612 34567 <script>",
                    "US | 1-900-555-0123", "US | +1 900 234 5678", // premium
                    "GB | 09012345678", "GB | 0871 234 5678", "DE | 0900 1234567", "DE | 0180 5 123456", // premium, shared cost
                    "LT | +370 900 12345", "US | 800 234 5678", // premium, free of charge
                    "LT | +881 612 345 678", "LT | +870 773 123 456", "LT | +979 123 456 789"}, // satellites, international premium
            delimiter = '|', quoteCharacter = '\'')
    void refusesWhatRingsNobodysOwnPhone(String country, String typed) {
        assertEquals(Optional.empty(), PhoneNumbers.parse(typed == null ? "" : typed, country));
    }

    /** Letters are no way to type a phone: "call me" must not become a number. */
    @ParameterizedTest @ValueSource(strings = {"1-800-FLOWERS", "+370 61 CALL ME", "+1 201 BOOK NOW", "+370 6abcdefg"})
    void refusesLetters(String typed) {
        assertEquals(Optional.empty(), PhoneNumbers.parse(typed, "US"));
    }

    @Test
    void anUnknownCountryTakesWholeNumbersOnly() {
        assertEquals(Optional.of("+37061234567"), PhoneNumbers.parse("+370 612 34567", "ZZ"));
        assertEquals(Optional.empty(), PhoneNumbers.parse("612 34567", "ZZ"));
    }

    @ParameterizedTest @ValueSource(ints = {41, 1_000, 60_000})
    void longTextIsNoNumberAndCostsNoTime(int length) {
        assertTimeoutPreemptively(Duration.ofSeconds(1),
                () -> assertEquals(Optional.empty(), PhoneNumbers.parse("+370" + "6".repeat(length), "LT")));
    }

    @Test
    void isShownAsPeopleReadIt() {
        assertEquals("+370 612 34567", PhoneNumbers.pretty("+37061234567"));
        assertEquals("nonsense", PhoneNumbers.pretty("nonsense"));
    }

    /** As a salon gives it: with its country code and without a plus, or as in its country. */
    @ParameterizedTest
    @CsvSource({"LT, 37052000112, +370 5 200 0112", "LT, 852000112, +370 5 200 0112", "LT, +370 5 200 0112, +370 5 200 0112",
            "LT, 112, 112", "LT, ask Anna, ask Anna", "'', 37052000112, 37052000112"})
    void aSalonsNumberIsShownAsPeopleReadIt(String country, String given, String shown) {
        assertEquals(shown, PhoneNumbers.pretty(given, country));
    }

    @Test
    void showsWhatANumberLooksLike() {
        assertEquals("+370 612 34567", PhoneNumbers.example("LT"));
        assertEquals("", PhoneNumbers.example("ZZ"));
    }
}

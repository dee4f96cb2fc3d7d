package bookform.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {
    @ParameterizedTest
    @CsvSource({"pl,pl", "pl-PL,pl-PL", "PL_pl,pl-PL", "cz,cs", "cz-CZ,cs-CZ", "UA,uk", "uk-UK,uk-UK", "iw,he", "il,he", "ee,et", "am,hy",
            "zh-Hant-TW,zh-Hant-TW", "'',und", "x,und", "../..,und"})
    void readsWhatPeopleWrite(String code, String tag) {
        assertEquals(tag, LanguageCodes.locale(code).toLanguageTag());
    }
}

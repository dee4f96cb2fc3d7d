package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom codes are sent (reliability.md G6). */
class SmsPhonesTest {
    @ParameterizedTest @CsvSource({
            "+37061234567,   LT,     true,  a mobile",
            "+37061234567,   LV,     false, of another country",
            "+37121234567,   LT;LV,  true,  of the second one",
            "+12025550123,   US,     true,  which may be a mobile",
            "+12025550123,   CA,     false, whose neighbour shares its code",
            "+4915112345678, DE,     true,  a mobile",
            "+493012345678,  DE,     false, a landline",
            "+37090012345,   LT,     false, premium rate",
            "+19002345678,   US,     false, premium rate",
            "+448712345678,  GB,     false, premium rate",
            "+448431234567,  GB,     false, shared cost",
            "+448001111111,  GB,     false, free of charge",
            "+445612345678,  GB,     false, over the internet",
            "+447012345678,  GB,     false, a personal number",
            "+447640123456,  GB,     false, a pager",
            "+881612345678,  LT,     false, a satellite",
            "+870773111632,  LT,     false, a ship",
            "+883510000000000, LT,   false, an international network",
            "+37061,         LT,     false, too short",
            "+999123456789,  LT,     false, nowhere",
    })
    void codesGoToMobilesOfTheCountries(String phone, String countries, boolean taken, String why) {
        assertEquals(taken, SmsPhones.takes(phone, Set.of(countries.split(";"))), why);
    }
}

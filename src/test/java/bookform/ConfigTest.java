package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void nothingSetIsFine() {
        var config = Config.from(Map.of("PATH", "/bin"));
        assertEquals(8080, config.port());
        assertEquals("127.0.0.1", config.host());
        assertEquals(Path.of("data"), config.data());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(config.url(), config.database(), config.demo(), config.secret()));
    }

    @Test
    void everythingSetIsTaken() {
        var config = Config.from(Map.of("BOOKFORM_PORT", " 9000 ", "BOOKFORM_HOST", "0.0.0.0", "BOOKFORM_URL",
                "https://booking.example.com/", "BOOKFORM_DATA", "/srv/x",
                "BOOKFORM_DATABASE", "jdbc:sqlite:/srv/x.db", "BOOKFORM_DEMO", "false", "BOOKFORM_SECRET", SECRET));
        assertEquals(9000, config.port());
        assertEquals(Optional.of(URI.create("https://booking.example.com")), config.url());
        assertEquals(Optional.of(false), config.demo());
        assertEquals(Optional.of(SECRET), config.secret());
    }

    @Test
    void operationsAreSetApart() {
        var config = Config.from(Map.of("BOOKFORM_ADMIN_PORT", "9090", "BOOKFORM_LOG", "json", "BOOKFORM_RETENTION_MONTHS", "24"));
        assertEquals(List.of(Optional.of(9090), true, Optional.of(Period.ofMonths(24))),
                List.of(config.adminPort(), config.jsonLog(), config.retention()));
        var usual = Config.from(Map.of());
        assertEquals(List.of(Optional.empty(), false, Optional.empty()),
                List.of(usual.adminPort(), usual.jsonLog(), usual.retention()));
    }

    @Test
    void emptyIsNotSet() {
        assertEquals(8080, Config.from(Map.of("BOOKFORM_PORT", "", "BOOKFORM_URL", "  ")).port());
    }

    @ParameterizedTest
    @CsvSource({"BOOKFORM_PORT,http", "BOOKFORM_PORT,-1", "BOOKFORM_PORT,65536", "BOOKFORM_PORT,99999999999", "BOOKFORM_PORT,80 80",
            "BOOKFORM_URL,booking.example.com",
            "BOOKFORM_URL,ftp://x", "BOOKFORM_URL,https://x/path", "BOOKFORM_URL,https://x?a=b", "BOOKFORM_URL,https://",
            "BOOKFORM_URL,https://a b", "BOOKFORM_URL,javascript:alert(1)",
            "BOOKFORM_ALTEGIO_URL,https://api.alteg.io", "BOOKFORM_ALTEGIO_TOKEN,abc",
            "BOOKFORM_ALTEGIO_PER_MINUTE,79", "BOOKFORM_ALTEGIO_PER_MINUTE,6001", "BOOKFORM_ALTEGIO_PER_MINUTE,many",
            "BOOKFORM_DATABASE,/srv/x.db", "BOOKFORM_DATABASE,jdbc:sqlite:", "BOOKFORM_DATABASE,jdbc:sqlite::memory:",
            "BOOKFORM_DATABASE,jdbc:sqlite:?cache=shared",
            "BOOKFORM_DATABASE,jdbc:postgresql:", "BOOKFORM_DATABASE,jdbc:postgresql://localhost", "BOOKFORM_DATABASE,jdbc:mysql://x/y",
            "BOOKFORM_DEMO,maybe", "BOOKFORM_SECRET,short",
            "BOOKFORM_SECRET,one_byte_less_than_thirty-two_.", "BOOKFORM_PROT,80", "BOOKFORM_,x",
            "BOOKFORM_ADMIN_PORT,65536", "BOOKFORM_LOG,JSON", "BOOKFORM_RETENTION_MONTHS,0", "BOOKFORM_RETENTION_MONTHS,2 years"})
    void aWrongOneIsNamed(String name, String value) {
        var wrong = assertThrows(Config.Wrong.class, () -> Config.from(Map.of(name, value)));
        assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
    }

    @Test
    void secretsAreNotPrinted() {
        assertFalse(
                assertThrows(Config.Wrong.class, () -> Config.from(Map.of("BOOKFORM_SECRET", "hunter2"))).getMessage().contains("hunter2"));
        assertFalse(Config.from(Map.of("BOOKFORM_SECRET", SECRET, "BOOKFORM_DATABASE", "jdbc:sqlite:x?password=hunter2")).toString()
                .matches(".*(0123456789|hunter2).*"));
    }

    @Test
    void flagsWinOverTheEnvironment() {
        var rest = new ArrayList<String>();
        var merged = Config.withFlags(Map.of("BOOKFORM_PORT", "1"), List.of("import", "--port", "2", "--demo=true", "file.json", "--yaml"),
                rest);
        assertEquals("2", merged.get("BOOKFORM_PORT"));
        assertEquals("true", merged.get("BOOKFORM_DEMO"));
        assertEquals(List.of("import", "file.json", "--yaml"), rest);
        assertTrue(assertThrows(Config.Wrong.class, () -> Config.withFlags(Map.of(), List.of("--port"), rest)).getMessage()
                .contains("--port"));
    }

    @ParameterizedTest
    @CsvSource({"https://api.alteg.io,https://api.alteg.io/api/v1", "https://api.alteg.io/,https://api.alteg.io/api/v1",
            "https://api.alteg.io/api/v1/,https://api.alteg.io/api/v1", "https://api.alteg.io/api,https://api.alteg.io/api/v1",
            "http://localhost:8081,http://localhost:8081/api/v1"})
    void altegioIsWhereItsApiIs(String given, String expected) {
        var altegio = Config.from(Map.of("BOOKFORM_ALTEGIO_URL", given, "BOOKFORM_ALTEGIO_TOKEN", "hunter2")).altegio().orElseThrow();
        assertEquals(URI.create(expected), altegio.url());
        assertFalse(altegio.toString().contains("hunter2"));
    }

    @Test
    void theLimitIsAltegiosUnlessAnotherIsAgreedOn() {
        var account = Map.of("BOOKFORM_ALTEGIO_URL", "https://api.alteg.io", "BOOKFORM_ALTEGIO_TOKEN", "hunter2");
        assertEquals(200, Config.from(account).altegio().orElseThrow().perMinute());
        var agreed = new HashMap<>(account);
        agreed.put("BOOKFORM_ALTEGIO_PER_MINUTE", "600");
        assertEquals(600, Config.from(agreed).altegio().orElseThrow().perMinute());
    }

    /** In the clear the token would be everybody's on the way. */
    @ParameterizedTest
    @CsvSource({"http://api.alteg.io", "https://user@api.alteg.io", "https://api.alteg.io/v2", "api.alteg.io", "https://", "https://a b"})
    void aWrongAltegioIsNamed(String url) {
        var wrong = assertThrows(Config.Wrong.class,
                () -> Config.from(Map.of("BOOKFORM_ALTEGIO_URL", url, "BOOKFORM_ALTEGIO_TOKEN", "hunter2")));
        assertTrue(wrong.getMessage().startsWith("BOOKFORM_ALTEGIO_URL"), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("hunter2"));
    }
}

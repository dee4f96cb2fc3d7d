package bookform.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://anna:p%40ss%2Fword@db.example:5433/bookform?sslmode=require",
            "jdbc:postgresql://db.example:5433/bookform?user=anna&sslmode=require&password=p%40ss%2Fword",
            "jdbc:postgresql://anna:p@ss%2Fword@db.example:5433/bookform?sslmode=require"})
    void takesWhoWeAreOutOfTheUrl(String text) {
        var address = PostgresAddress.of(text);
        assertEquals("anna", address.login().getProperty("user"));
        assertEquals("p@ss/word", address.login().getProperty("password"));
        assertEquals("jdbc:postgresql://db.example:5433/bookform?sslmode=require", address.url());
        assertEquals("jdbc:postgresql://db.example:5433/bookform", address.toString());
        assertEquals("jdbc:postgresql://db.example:5433/bookform", Store.shown(text));
    }

    @Test
    void nobodyIsNamedWithoutNeed() {
        assertEquals("jdbc:postgresql:bookform", PostgresAddress.of("jdbc:postgresql:bookform").url());
        assertEquals("jdbc:sqlite:data/bookform.db", Store.shown("jdbc:sqlite:data/bookform.db"));
    }

    @Test
    void aMistakeDoesNotShowThePassword() {
        var mistake = assertThrows(IllegalArgumentException.class, () -> PostgresAddress.of("jdbc:postgresql://anna:50%zz@db/bookform"));
        assertFalse(String.valueOf(mistake).contains("zz"), mistake::toString);
    }
}

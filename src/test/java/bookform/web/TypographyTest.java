package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ~} is a space at which no line ends, {@code _} a narrow one. */
class TypographyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | {n} services               | {n}~services
            en | {h} h {m} min              | {h}~h~{m}~min
            en | a day                      | a day
            en | {from} to {to}             | {from} to {to}
            de | Wird geladen …             | Wird geladen~…
            uk | {code} — ваш код           | {code}~— ваш код
            fr | 1 000 caractères           | 1~000~caractères
            fr | Avec qui ? Moi ; vous !    | Avec qui_? Moi_; vous_!
            fr | Exemple : {example}        | Exemple~: {example}
            fr | le lien « Ici » mène       | le lien «~Ici~» mène
            en | Really ? Example : this    | Really ? Example : this
            pl | i w domu z {count} osobami | i~w~domu z~{count} osobami
            cs | Z této stránky a z webu    | Z~této stránky a~z~webu
            uk | Дата й час                 | Дата й~час
            it | Data e ora                 | Data e ora
            """)
    void linesEndOnlyWhereTheyMay(String language, String written, String read) {
        assertEquals(read, Typography.of(language, written).replace('\u00a0', '~').replace('\u202f', '_'));
    }
}

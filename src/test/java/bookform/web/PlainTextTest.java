package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
            "Vera,Vera", "  Vera  ,Vera", "a\tb,a b", "'a\r\nb\u2028c\u0085d',a b c d", "a   b,a b", "a\u00a0\u00a0b,a b",
            "Z\u030c,Ž", "e\u0301,é", // composed
            "a\u0000b\u001b[31mc,ab[31mc", // control
            "\u202eevil\u202c,evil", "\u2066a\u2069\u200e\u200f,a", // direction
            "a\u200bb\ufeffc\u00add,abcd", // invisible
            "می\u200cخواهم,می\u200cخواهم", "👩\u200d💻,👩\u200d💻", // joiners that carry meaning
            "a\ue000b,ab", "a\uffffb,ab", "\ud83d,''", // private, unassigned, half a character
            "'',''", "李小龙,李小龙", "<b>&amp;</b>,<b>&amp;</b>"})
    void isOneCleanLine(String typed, String clean) {
        assertEquals(clean, PlainText.oneLine(typed));
    }

    @Test
    void keepsTheLinesOfAComment() {
        assertEquals("one\ntwo\n\nthree", PlainText.lines(" one\r\ntwo\r\rthree\n"));
        assertEquals("a b", PlainText.lines("a\u202e b\u0007"));
    }

    /** Reliability.md I2: marks piled on one letter climb over the lines above. */
    @Test
    void pilesNoMoreThanThreeMarks() {
        assertEquals("x\u0301\u0302\u0303y", PlainText.oneLine("x\u0301\u0302\u0303" + "\u0304".repeat(50) + "y"));
        var hebrew = java.text.Normalizer.normalize("עַבְּדִּ", java.text.Normalizer.Form.NFC);
        assertEquals(hebrew, PlainText.oneLine(hebrew));
    }

    @Test
    void twiceIsTheSameAsOnce() {
        for (var typed : new String[] {" a\u0301\u0301\u0301\u0301\u0301 \r\n b ", "\u1100\u1161\u11a8", "a\u200b\u0301",
                "x\u202e\n\n\ny"}) {
            assertEquals(PlainText.oneLine(typed), PlainText.oneLine(PlainText.oneLine(typed)));
            assertEquals(PlainText.lines(typed), PlainText.lines(PlainText.lines(typed)));
        }
    }
}

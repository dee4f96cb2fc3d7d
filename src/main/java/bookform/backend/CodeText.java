package bookform.backend;

import java.util.Locale;

/** The text of the message that carries a code. Given from outside, where the translations are. */
@FunctionalInterface
public interface CodeText {
    String text(Locale language, String code);
}

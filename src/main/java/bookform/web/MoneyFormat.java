package bookform.web;

import bookform.booking.Money;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * Money as a country writes it.
 *
 * @param locale a language, a country, and which digits
 */
record MoneyFormat(Locale locale) {
    /** Without decimals when they are all zero: {@code €25}, {@code €12.50}. */
    String format(Money amount) {
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        var symbols = format.getDecimalFormatSymbols();
        symbols.setCurrency(amount.currency());
        var symbol = symbol(amount.currency());
        symbols.setCurrencySymbol(standsBefore(format) && endsInLetter(symbol) ? symbol + '\u00a0' : symbol);
        format.setDecimalFormatSymbols(symbols);
        var digits = amount.major().stripTrailingZeros().scale() <= 0 ? 0 : amount.major().scale();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount.major());
    }

    private static boolean standsBefore(DecimalFormat format) {
        return format.toPattern().startsWith("¤");
    }

    private static boolean endsInLetter(String symbol) {
        return Character.isLetter(symbol.charAt(symbol.length() - 1));
    }

    /** Where a language knows a currency by its code alone, the sign that the world knows. */
    private String symbol(Currency currency) {
        var own = currency.getSymbol(locale);
        return own.equals(currency.getCurrencyCode()) ? currency.getSymbol(Locale.ENGLISH) : own;
    }
}

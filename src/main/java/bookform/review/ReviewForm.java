package bookform.review;

import bookform.booking.Money;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.web.Incoming;
import bookform.web.PlainText;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the client said, kept exactly as typed so that a rejected form comes back filled in. */
public record ReviewForm(String stars, String text, String tip) {
    static final ReviewForm EMPTY = new ReviewForm("", "", "");

    private static final int LONGEST_TEXT = 2_000;
    private static final BigDecimal LARGEST_TIP = BigDecimal.valueOf(10_000);

    static ReviewForm from(Context ctx) {
        return new ReviewForm(Incoming.typed(ctx, "stars"), Incoming.typed(ctx, "text"), Incoming.typed(ctx, "tip"));
    }

    /** Field name to message key, in the order of the fields; empty when the form is fine. */
    Map<String, String> errors(boolean takesTips, Currency currency) {
        var errors = new LinkedHashMap<String, String>();
        if (!stars.matches("[1-" + Review.MOST_STARS + "]")) errors.put("stars", "review.stars_required");
        if (cleanText().length() > LONGEST_TEXT) errors.put("text", "review.text_too_long");
        if (takesTips && !tip.isBlank() && amount(currency).isEmpty()) errors.put("tip", "review.tip_invalid");
        return errors;
    }

    /** @throws RuntimeException while there are {@link #errors} */
    Draft draft(boolean takesTips, Currency currency) {
        return new Draft(Integer.parseInt(stars), cleanText(),
                takesTips ? amount(currency).filter(money -> money.minor() > 0) : Optional.empty());
    }

    private String cleanText() {
        return PlainText.lines(text);
    }

    /** With a point or a comma; no finer than the currency is. */
    private Optional<Money> amount(Currency currency) {
        var number = tip.strip().replace(',', '.');
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        if (!number.matches("[0-9]{1,7}(\\.[0-9]{1,4})?")) return Optional.empty();
        var amount = new BigDecimal(number);
        if (amount.stripTrailingZeros().scale() > digits || amount.compareTo(LARGEST_TIP) > 0) return Optional.empty();
        return Optional.of(Money.of(amount.setScale(digits), currency));
    }
}

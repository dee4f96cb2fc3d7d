package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a client needs to review a visit (§5).
 *
 * @param tips ways to give a tip; we take no payments, so there are none
 */
public record ReviewForm(String faviconUrl, @JsonProperty("is_review_submitted") boolean reviewSubmitted, String pageTitle, Master master,
        Company company, List<Object> tips, Visit record, Currency currency, AgreementLinks agreementLinks,
        @EmptyArray Optional<Tongue> language) {

    /** The team member. */
    public record Master(long id, String name, long companyId, String specialization, BigDecimal rating, int showRating, String avatar,
            String prepaid, @EmptyArray Optional<RecordView.Position> position) {}

    /** The location, briefly. */
    public record Company(long id, String title, String logo, String address) {}

    /** The visit; the spelling is the original's. */
    public record Visit(long id, BigDecimal payedCost, String date) {}

    /** What is paid in. */
    public record Currency(long id, String iso, String name, String symbol,
            @JsonProperty("is_symbol_after_amount") boolean symbolAfterAmount) {}

    /** Where to read what is agreed to. */
    public record AgreementLinks(String termsOfUse, String confidentialityAgreement) {}

    /** What the form is written in. */
    public record Tongue(long id, String locale, String iso) {}

    /** What the client says. */
    public record Filled(int rating, String text, BigDecimal tipsAmount, String redirectPrefix) {}

    /** The answer to it: where to pay the tip, if anywhere. */
    public record Charged(Charge charge) {}

    /** @param url empty for nowhere */
    public record Charge(String url) {}
}

package bookform.wizard;

import bookform.booking.FormStep.Kind;
import bookform.phones.PhoneNumbers;
import bookform.web.Assets;
import bookform.web.CodeWait;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code templates/wizard/phoneCodeStep.jte} prints.
 *
 * @param phone as people read it, to be checked
 * @param nextCode until another one can be asked for
 * @param error a sentence by the code; empty for none
 * @param fields the details and the token, which travel along as hidden fields
 */
public record PhoneCodeView(Frame frame, String phone, String action, String resendUrl, String detailsUrl, CodeWait nextCode, String error,
        List<Map.Entry<String, String>> fields,
        Optional<SummaryView> summary) {

    static PhoneCodeView of(Walk walk, String phone, String token, CodeWait wait, Assets assets, String error, String notice) {
        var details = walk.selection().url("details");
        return new PhoneCodeView(
                Frame.around(walk, Kind.DETAILS, assets, notice).withCarrier("code-form").withTitle(walk.t().text("phone_code.heading"))
                        .withBack(details),
                PhoneNumbers.pretty(phone), walk.selection().url("visits"), walk.selection().url("phone-confirmations"), details, wait,
                error,
                List.of(Map.entry("token", token)), SummaryView.of(walk, Kind.DETAILS, walk.chosen().services()));
    }
}

package bookform.backend.http;

import bookform.altegio.wire.Envelope;
import bookform.altegio.wire.Envelope.Acknowledgement;
import bookform.altegio.wire.Envelope.Message;
import bookform.altegio.wire.Failure;
import bookform.altegio.wire.WireJson;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** The two formats of an answer (altegio-api.md §1.4): in an envelope for those who ask for the vendor's media type, bare for others. */
enum Format {
    ENVELOPE {
        @Override
        byte[] body(Shape shape, Answer answer) {
            return WireJson.write(shape.dataShown() ? new Envelope<>(true, answer.data(), answer.meta())
                    : new Acknowledgement(true, answer.meta()));
        }

        @Override
        byte[] body(Refusal refusal) {
            return WireJson.write(new Envelope<>(false, null, switch (refusal.status()) {
                case 404 -> new Message("");
                case 422 -> new Failure.Meta("An error has occurred.", List.of(reason(refusal)));
                default -> refusal.code() == refusal.status() ? new Message(refusal.getMessage())
                        : new Failure.Meta(refusal.getMessage(), List.of(reason(refusal)));
            }));
        }
    },

    BARE {
        @Override
        byte[] body(Shape shape, Answer answer) {
            return answer.data() == null ? new byte[0] : WireJson.write(answer.data());
        }

        @Override
        byte[] body(Refusal refusal) {
            return WireJson.write(new Failure.Bare(reason(refusal), new Message(refusal.getMessage())));
        }
    };

    private static final List<String> VENDORS = List.of("application/vnd.api.v2+json", "application/vnd.yclients.v2+json");

    static Format of(Context ctx) {
        var accept = ctx.header("Accept");
        return accept != null && VENDORS.stream().anyMatch(accept.toLowerCase(Locale.ROOT)::contains) ? ENVELOPE : BARE;
    }

    abstract byte[] body(Shape shape, Answer answer);

    abstract byte[] body(Refusal refusal);

    private static Failure.Reason reason(Refusal refusal) {
        return new Failure.Reason(refusal.code(), refusal.getMessage(), refusal.appointment());
    }
}

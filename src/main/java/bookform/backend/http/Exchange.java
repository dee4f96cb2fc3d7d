package bookform.backend.http;

import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** From the request to the answer: what is the same for every operation. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final BookingApi api;
    private final Partners partners;
    private final RateLimits limits;
    private final Refusals refusals;

    Exchange(BookingApi api, Partners partners, RateLimits limits, Refusals refusals) {
        this.api = api;
        this.partners = partners;
        this.limits = limits;
        this.refusals = refusals;
    }

    /** @throws IOException when the caller is gone */
    void answer(Context ctx, Operation operation) throws IOException {
        ApiHeaders.add(ctx);
        byte[] body;
        try {
            var authorization = Authorization.of(ctx.header("Authorization"));
            var partner = authorization.partner().flatMap(partners::find).orElseThrow(Refusal::unknownPartner);
            limits.count(partner, Caller.address(ctx));
            var answer = operation.endpoint().answer(new Call(ctx, partner, authorization.user(), api));
            body = Format.of(ctx).body(operation.shape(), answer);
        } catch (RuntimeException failure) {
            refuse(ctx, refusal(ctx, operation, failure));
            return;
        }
        var shape = operation.shape();
        if (shape.lifetime().isZero()) Body.send(ctx, shape.status(), body);
        else Body.send(ctx, shape.status(), body, shape.lifetime());
    }

    /** @throws IOException when the caller is gone */
    void refuse(Context ctx, Refusal refusal) throws IOException {
        ApiHeaders.add(ctx);
        refusal.retryAfter().ifPresent(seconds -> ctx.header("Retry-After", String.valueOf(seconds)));
        Body.send(ctx, refusal.status(), Format.of(ctx).body(refusal));
    }

    private Refusal refusal(Context ctx, Operation operation, RuntimeException failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case BookingRefused refused -> refusals.of(refused, Caller.language(ctx).orElse(Locale.ENGLISH));
            case DatabindException mismatch -> Refusal.wrong("The body is not as documented" + place(mismatch) + ".");
            case InputCoercionException outOfRange -> Refusal.wrong("The body is not as documented" + place(outOfRange) + ".");
            case JacksonException broken -> Refusal.of(400, "The body is not JSON that can be read.");
            case UncheckedIOException broken -> Refusal.of(400, "The body did not arrive.");
            case HttpResponseException known -> Refusal.of(known.getStatus(), "The request cannot be read.");
            case BookingUnavailable unavailable -> {
                LOG.warn("{} {} is unavailable: {}", operation.method(), operation.path(), unavailable.toString(), unavailable.getCause());
                yield unavailable(operation, unavailable);
            }
            default -> {
                var number = UUID.randomUUID().toString().substring(0, 8);
                LOG.error("{} {} failed [{}]", operation.method(), operation.path(), number, failure);
                yield Refusal.of(500, "Something went wrong on our side (" + number + ").");
            }
        };
    }

    private static Refusal unavailable(Operation operation, BookingUnavailable unavailable) {
        if (unavailable instanceof BookingUnsettled) return Refusal.unsettled();
        return unavailable.mayBeDone() && operation.method() != HandlerType.GET ? Refusal.unknown() : Refusal.unavailable();
    }

    /** The innermost field with a name, as far as it is ours: the caller's text is not repeated. */
    private static String place(JacksonException mismatch) {
        return mismatch.getPath().reversed().stream().map(JacksonException.Reference::getPropertyName).filter(Objects::nonNull).findFirst()
                .map(name -> ": " + name).orElse("");
    }
}

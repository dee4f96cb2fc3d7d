package bookform.web;

import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.Tracking;
import bookform.templates.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people see when there is no page to show: not there, refused, or broken. Says what to do next and nothing of our insides; what
 * is broken is logged once, under a number that the page shows, without personal data.
 */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final long MOST_TAKEN_IN = 1_000_000;
    private static final Pattern OF_WHAT_IS_BOOKED = Pattern.compile("/forms/[^/]+/visits/.+|/reviews/.+|/cabinet(/.*)?");
    private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=([A-Za-z-]{2,12})(?:&|$)");
    private static final Pattern THEME = Pattern.compile("(?:^|&)theme=([a-z]{2,12})(?:&|$)");

    /** What happened, as keys of messages. */
    public record Said(String heading, String text) {
        static final Said UNSETTLED = of("unsettled");
        static final Said SAFE = new Said("cabinet.unavailable_heading", "cabinet.unavailable");
        static final Said UNCHANGED = of("unchanged");

        static Said of(String kind) {
            return new Said("error." + kind + ".heading", "error." + kind + ".text");
        }
    }

    /** The form that came in vain, for its sender to send once more: with its token, it books once however often it comes. */
    public record Again(String url, Map<String, List<String>> fields) {
        /** Of a booking and of a review: other forms hold passwords. */
        static Optional<Again> of(Context ctx) {
            if (!ctx.method().name().equals("POST") || !ctx.path().startsWith("/forms/") && !ctx.path().startsWith("/reviews/"))
                return Optional.empty();
            return Optional.of(new Again(Incoming.address(ctx), ctx.formParamMap()));
        }
    }

    /**
     * The head of a request, as far as it was read.
     *
     * @param query null for none
     * @param headers what it says under a name, or null
     */
    public record Head(String method, String path, String query, UnaryOperator<String> headers) {}

    private final Pages pages;
    private final Templates templates;
    private final WaysOn waysOn;

    public ErrorPages(Pages pages, Templates templates, WaysOn waysOn) {
        this.pages = pages;
        this.templates = templates;
        this.waysOn = waysOn;
    }

    public void add(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (refused, ctx) -> show(ctx, refused.getStatus()));
        routes.exception(MethodNotAllowedResponse.class, this::notAllowed);
        routes.exception(BookingRefused.class, this::refused);
        routes.exception(BookingUnavailable.class, this::unavailable);
        routes.exception(IOException.class, this::cutOff);
        routes.exception(Exception.class, this::failed);
    }

    /** The page for a status of 400 or more; statuses without a page of their own look like the nearest one that has. */
    public void show(Context ctx, int status) {
        show(ctx, status, Said.of(kind(status)), "", Optional.empty());
    }

    /** The page for what the web server itself refuses, before it is a request of ours. */
    public byte[] page(Head head, int status) {
        var t = Languages.choose(parameter(head.query, LANGUAGE).orElse(null), head.headers.apply("Accept-Language"));
        var said = status == 503 ? unanswered(head.method, head.path) : Said.of(kind(status));
        var look = Look.asked(parameter(head.query, THEME));
        var step = templates.errorError(t, said, WaysOn.Found.none(look), Optional.empty(), "");
        var document = new Document(t, t.text(said.heading()), look, Tracking.NONE, Optional.empty());
        return Pages.wantsFragment(head.headers) ? Pages.fragment(document, step)
                : pages.whole(document, Pages.isFramed(head.headers), "", step);
    }

    private void notAllowed(MethodNotAllowedResponse refused, Context ctx) {
        ctx.header("Allow", refused.getDetails().getOrDefault("availableMethods", ""));
        show(ctx, 405);
    }

    /** A no that the page itself has no sentence for: it came between two steps of the page, or in a place where it is rare. */
    private void refused(BookingRefused refused, Context ctx) {
        LOG.info("{} {} was refused: {}", ctx.method(), route(ctx), refused.reason());
        show(ctx, switch (refused.reason()) {
            case SENT_TOO_OFTEN, TRIED_TOO_OFTEN -> 429;
            default -> 409;
        });
    }

    private void unavailable(BookingUnavailable unavailable, Context ctx) {
        var number = number();
        LOG.warn("{} {} is unavailable [{}]: {}", ctx.method(), route(ctx), number, unavailable.toString(), unavailable.getCause());
        ctx.header("Retry-After", "10");
        var again = Again.of(ctx).filter(form -> !unavailable.mayBeDone());
        show(ctx, 503, unavailable.mayBeDone() ? Said.UNSETTLED : unanswered(ctx.method().name(), ctx.path()), number, again);
    }

    /** What a browser was sending did not come to its end, or came too slowly; hardly anybody is there to read this. */
    private void cutOff(IOException broken, Context ctx) {
        LOG.info("{} {} did not come whole: {}", ctx.method(), route(ctx), broken.toString());
        show(ctx, 400);
    }

    private void failed(Exception bug, Context ctx) {
        var number = number();
        LOG.error("{} {} failed [{}]", ctx.method(), route(ctx), number, bug);
        show(ctx, 500, Said.of(kind(500)), number, Optional.empty());
    }

    private void show(Context ctx, int status, Said said, String number, Optional<Again> again) {
        takeIn(ctx);
        var t = Languages.choose(ctx);
        var on = waysOn.from(ctx, t, status, t.text(said == Said.UNSETTLED ? "checking.again" : "error.retry"), pages.origin(ctx));
        ctx.status(status).header("Cache-Control", "no-store");
        pages.show(ctx, new Document(t, t.text(said.heading()), on.look(), Tracking.NONE, Optional.empty()),
                templates.errorError(t, said, on, again, number));
    }

    /** A body that nobody read: whoever is still sending it does not listen, and the answer would be lost with the connection. */
    private static void takeIn(Context ctx) {
        try {
            ctx.req().getInputStream().skip(MOST_TAKEN_IN);
        } catch (IOException | RuntimeException gone) {
            // Jetty, too, gives up on a sender: on one who sends nothing, even where nothing is to be sent but the answer took a second.
            LOG.debug("The sender is gone", gone);
        }
    }

    /** Who looks at what they booked must not read that nothing was; nor who changes it. */
    private static Said unanswered(String method, String path) {
        if (!OF_WHAT_IS_BOOKED.matcher(path).matches()) return Said.of(kind(503));
        return method.equals("POST") ? Said.UNCHANGED : Said.SAFE;
    }

    private static Optional<String> parameter(String query, Pattern name) {
        return Optional.ofNullable(query).map(name::matcher).filter(Matcher::find).map(found -> found.group(1));
    }

    private static String kind(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404, 405 -> "not_found";
            case 409 -> "refused";
            case 429 -> "too_many";
            case 503 -> "unavailable";
            default -> status < 500 ? "bad_request" : "failed";
        };
    }

    /** The path as it is in the route table: a real one may hold an appointment's secret. */
    private static String route(Context ctx) {
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "(no route)" : endpoint.path;
    }

    private static String number() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}

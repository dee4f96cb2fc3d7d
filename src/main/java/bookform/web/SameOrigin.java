package bookform.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets only our own pages send anything, and only as forms. Browsers say where a request comes from in {@code Sec-Fetch-Site}, older
 * ones in {@code Origin}; a POST that says neither is refused. Inside another site's frame our pages are still their own origin.
 */
public final class SameOrigin {
    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded *(; *charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private final Optional<URI> publicAddress;

    /** @param publicAddress where browsers see us, when that is not what the Host header says */
    public SameOrigin(Optional<URI> publicAddress) {
        this.publicAddress = publicAddress;
    }

    /** Refuses what changes something and does not come from our own page, with 403, or is no form as our pages send it, with 415. */
    public void check(Context ctx) {
        switch (ctx.method().name()) {
            case "GET", "HEAD", "OPTIONS" -> {}
            default -> {
                if (!fromOurOwnPage(ctx)) throw new ForbiddenResponse();
                if (!isForm(ctx)) throw new UnsupportedMediaTypeResponse();
            }
        }
    }

    private boolean fromOurOwnPage(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        var origin = ctx.header("Origin");
        return origin != null && (origin.equals(ctx.scheme() + "://" + ctx.header("Host"))
                || publicAddress.map(SameOrigin::origin).filter(origin::equals).isPresent());
    }

    private static boolean isForm(Context ctx) {
        var type = ctx.header("Content-Type");
        return type == null ? ctx.contentLength() <= 0 : FORM.matcher(type.strip()).matches();
    }

    static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

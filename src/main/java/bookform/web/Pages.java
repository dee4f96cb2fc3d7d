package bookform.web;

import bookform.booking.Tracking;
import bookform.templates.Templates;
import bookform.transfer.Coding;
import bookform.transfer.Gzip;
import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a page: bare when htmx will swap it into the page that is open, inside the layout when a browser asks for the whole
 * document. Nothing else knows about layouts.
 */
public final class Pages {
    /** The media type of a page. */
    public static final String HTML = "text/html; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private final Templates templates;
    private final Assets assets;
    private final Optional<URI> publicAddress;
    private final String style;

    /** @param publicAddress where browsers see us; empty for where the request came in */
    public Pages(Templates templates, Assets assets, Optional<URI> publicAddress) {
        this(templates, assets, publicAddress, "");
    }

    private Pages(Templates templates, Assets assets, Optional<URI> publicAddress, String style) {
        this.publicAddress = publicAddress;
        this.templates = templates;
        this.assets = assets;
        this.style = style;
    }

    /** The same, with one stylesheet more, {@code cabinet.css}. */
    public Pages with(String style) {
        return new Pages(templates, assets, publicAddress, style);
    }

    /** A page that belongs to no form. */
    public void show(Context ctx, Texts t, String title, Content step) {
        show(ctx, new Document(t, title, Look.asked(ctx), Tracking.NONE, Optional.empty()), step);
    }

    /** @param step what stands in the page's one changing place; its title goes with it */
    public void show(Context ctx, Document document, Content step) {
        if (wantsFragment(ctx)) {
            send(ctx, fragment(document, step));
        } else {
            if (document.shared().isEmpty()) ctx.header("X-Robots-Tag", "noindex");
            send(ctx, whole(document, isFramed(ctx), origin(ctx), step));
        }
    }

    static byte[] fragment(Document document, Content step) {
        var html = new Utf8ByteOutput();
        html.writeContent("<title>");
        Escape.htmlContent(document.title(), html);
        html.writeContent("</title>");
        step.writeTo(html);
        return html.toByteArray();
    }

    byte[] whole(Document document, boolean framed, String origin, Content step) {
        var html = new Utf8ByteOutput();
        templates.layoutPage(document, framed, origin, assets, style, step).writeTo(html);
        return html.toByteArray();
    }

    /** An address in our pages, after the browser is told to go there with a GET. */
    public void redirect(Context ctx, String url) {
        ctx.status(303).header("Location", url).header("Vary", "HX-Request");
    }

    static boolean wantsFragment(Context ctx) {
        return wantsFragment(ctx::header);
    }

    /** @param header what a request says under a name, or null */
    static boolean wantsFragment(UnaryOperator<String> header) {
        return header.apply("HX-Request") != null && header.apply("HX-History-Restore-Request") == null;
    }

    /** Where browsers see us, {@code https://booking.example.com}. */
    public String origin(Context ctx) {
        return publicAddress.map(SameOrigin::origin).orElseGet(() -> ctx.scheme() + "://" + ctx.host());
    }

    static boolean isFramed(Context ctx) {
        return isFramed(ctx::header);
    }

    static boolean isFramed(UnaryOperator<String> header) {
        return "iframe".equals(header.apply("Sec-Fetch-Dest"));
    }

    private static void send(Context ctx, byte[] html) {
        ctx.contentType(HTML).header("Vary", "HX-Request, Accept-Language, Accept-Encoding, Sec-Fetch-Dest");
        if (html.length > Gzip.WORTH_IT && Coding.GZIP.isAccepted(ctx.header("Accept-Encoding"))) {
            ctx.header("Content-Encoding", "gzip");
            write(ctx, Gzip.compress(html, 4));
        } else {
            write(ctx, html);
        }
    }

    /** With its length and in one piece; {@code ctx.result} would copy it through a stream and send chunks. */
    private static void write(Context ctx, byte[] body) {
        try {
            ctx.res().setContentLength(body.length);
            ctx.res().getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.debug("The reader is gone", gone);
        }
    }
}

package bookform.demo;

import bookform.backend.SentMessages;
import bookform.backend.setup.DemoLocation;
import bookform.templates.Templates;
import bookform.web.Languages;
import bookform.web.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The way in, and the messages that would have been sent; registered in demo mode only. */
public final class DemoPages {
    private final SentMessages sent;
    private final Pages pages;
    private final Templates templates;

    public DemoPages(SentMessages sent, Pages pages, Templates templates) {
        this.sent = sent;
        this.pages = pages;
        this.templates = templates;
    }

    public void add(RoutesConfig routes) {
        routes.get("/", ctx -> pages.redirect(ctx, "/forms/" + DemoLocation.PLAIN_FORM));
        routes.get("/demo/messages", this::messages);
    }

    /** A page, or JSON by {@code Accept}; the newest first. */
    private void messages(Context ctx) {
        ctx.header("Vary", "Accept");
        var accept = ctx.header("Accept");
        if (accept != null && accept.contains("application/json")) {
            ctx.contentType("application/json")
                    .result(JsonMapper.shared().writeValueAsBytes(sent.latest().stream().map(DemoPages::fields).toList()));
        } else {
            var t = Languages.choose(ctx);
            pages.show(ctx, t, t.text("demo.messages"), templates.demoMessages(t, sent.latest()));
        }
    }

    private static Map<String, String> fields(SentMessages.Message message) {
        return Map.of("time", message.time().toString(), "channel", message.channel().name().toLowerCase(Locale.ROOT), "to", message.to(),
                "text", message.text());
    }
}

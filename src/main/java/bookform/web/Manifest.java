package bookform.web;

import bookform.booking.BookingForm;
import bookform.booking.Location;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code GET /forms/{form}/manifest.json}: what a telephone needs to keep a form on its first screen. */
public final class Manifest {
    private static final String KEEP_FOR_HOURS = "private, max-age=21600";

    private final Assets assets;

    public Manifest(Assets assets) {
        this.assets = assets;
    }

    public void show(Context ctx, BookingForm form, Location location) {
        var look = Look.of(form, location, assets, Optional.empty());
        ctx.contentType("application/manifest+json").header("Cache-Control", KEEP_FOR_HOURS)
                .result("""
                    {"name":%s,"start_url":"/forms/%d","scope":"/forms/%d","display":"minimal-ui","theme_color":"%s","background_color":"%s",\
                    "icons":[{"src":"%s","sizes":"any","type":"image/svg+xml"},\
                    {"src":"%s","sizes":"192x192","type":"image/png","purpose":"any maskable"},\
                    {"src":"%s","sizes":"512x512","type":"image/png","purpose":"any maskable"}]}
                    """.formatted(JsonLd.quoted(location.title()), form.id(), form.id(), look.light(), look.light(), assets.url("icon.svg"),
                        assets.url("icon-192.png"), assets.url("icon-512.png")));
    }
}

package bookform.widget;

import bookform.booking.BookingForm;
import bookform.web.Assets;
import bookform.web.Texts;
import java.net.URI;
import java.util.List;

/**
 * What {@code templates/widget/snippets.jte} prints.
 *
 * @param site as it was typed
 * @param finding a sentence about that; empty while none was typed
 */
public record SnippetsView(Texts t, Assets assets, String salon, long form, String language, List<Snippet> snippets, List<String> sites,
        String site, boolean fine, String finding) {

    /** One way to put the form on a site. */
    public record Snippet(String id, String title, String code, int lines) {}

    static SnippetsView of(Texts t, Assets assets, BookingForm form, String salon, URI own, String site) {
        var check = SiteCheck.of(site, form.sites(), own);
        return new SnippetsView(t, assets, salon, form.id(), t.language(), snippets(t, form.id(), own), form.sites(), site,
                check == SiteCheck.FINE, site.isBlank() ? "" : t.text(sentence(check)));
    }

    private static String sentence(SiteCheck check) {
        return switch (check) {
            case FINE -> "embed.fine";
            case NO_ADDRESS -> "embed.no_address";
            case MIXED -> "embed.mixed";
            case REFUSED -> "embed.refused";
        };
    }

    private static List<Snippet> snippets(Texts t, long form, URI own) {
        var address = own + "/forms/" + form;
        var script = "<script src=\"" + own + "/embed.js\" async></script>";
        var link = "<a href=\"" + address + "\">" + t.text("widget.book") + "</a>";
        return List.of(
                snippet("dialog", t.text("embed.dialog"), link, script),
                snippet("inline", t.text("embed.inline"), "<div data-bookform=\"" + form + "\" data-mode=\"inline\">", "  " + link,
                        "</div>",
                        script),
                snippet("floating", t.text("embed.floating"),
                        "<script src=\"" + own + "/embed.js\" data-bookform=\"" + form + "\" async></script>"),
                snippet("frame", t.text("embed.frame"), "<iframe src=\"" + address + "\" title=\"" + t.text("widget.book")
                        + "\" width=\"100%\" height=\"900\" style=\"border:0\"></iframe>"),
                snippet("link", t.text("embed.link"), address));
    }

    private static Snippet snippet(String id, String title, String... lines) {
        return new Snippet(id, title, String.join("\n", lines), lines.length);
    }
}

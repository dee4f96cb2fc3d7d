package bookform.web;

import bookform.booking.Html;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/**
 * Somebody else's HTML, cleaned: simple text markup and links survive, every other tag and attribute is gone, {@code hx-*} included.
 * The only raw HTML that a template can print.
 */
public final class SafeHtml implements Content {
    // The protocols alone would let addresses without one through: links into our own pages.
    private static final Pattern LEADING_OUT = Pattern.compile("(?is)(https|mailto|tel):.*");
    // Reliability.md §3.5: exactly these. Cleaning is slow and the same few texts come again and again, hence the cache.
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("b", "i", "em", "strong", "p", "br", "ul", "ol", "li", "h2", "h3", "h4", "a")
            .allowUrlProtocols("https", "mailto", "tel")
            .allowAttributes("href").matching(LEADING_OUT).onElements("a")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();
    private static final Cache<Html, SafeHtml> CLEANED = Caffeine.newBuilder().maximumWeight(4_000_000)
            .weigher((Html dirty, SafeHtml clean) -> dirty.source().length() + clean.text.length() + 50).build();

    private final String text;

    private SafeHtml(String text) {
        this.text = text;
    }

    public static SafeHtml of(Html html) {
        return CLEANED.get(html, dirty -> new SafeHtml(POLICY.sanitize(dirty.source())));
    }

    /** Its words alone, on one line, as they are read. */
    String words() {
        var words = new StringBuilder();
        HtmlSanitizer.sanitize(text, new HtmlSanitizer.Policy() {
            @Override
            public void openDocument() {}

            @Override
            public void closeDocument() {}

            @Override
            public void openTag(String name, List<String> attributes) {
                words.append(' ');
            }

            @Override
            public void closeTag(String name) {
                words.append(' ');
            }

            @Override
            public void text(String part) {
                words.append(part);
            }
        });
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(text);
    }

    @Override
    public boolean isEmptyContent() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return text;
    }
}

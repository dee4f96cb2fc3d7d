package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.Html;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's HTML on our page, as a browser would read what is left of it. */
class SafeHtmlTest {
    private static final Set<String> TAGS = Set.of("b", "i", "em", "strong", "p", "br", "ul", "ol", "li", "h2", "h3", "h4", "a");

    @Test
    void keepsSimpleMarkup() {
        var html = "<h2>Anna</h2><p>has cut <b>hair</b> for <em>years</em></p><ul><li>one</li><li>two</li></ul>";
        assertEquals(html, SafeHtml.of(new Html(html)).toString());
    }

    @ParameterizedTest @ValueSource(strings = {"https://example.com/a?b=c", "mailto:a@example.com", "tel:+37061234567"})
    void keepsLinksThatLeadOut(String url) {
        var link = Jsoup.parseBodyFragment(SafeHtml.of(new Html("<a href=\"" + url + "\" target=_top onclick=x>x</a>")).toString())
                .expectFirst("a");
        assertEquals(url, link.attr("href"));
        assertTrue(List.of(link.attr("rel").split(" ")).containsAll(List.of("noopener", "nofollow")), link.outerHtml());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<script>alert(1)</script>", "<SCRIPT SRC=//evil/x.js></SCRIPT>", "<script\n>alert(1)</script\n>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<img src=x onerror=alert(1)>", "<img/src/onerror=alert(1)>", "<b onmouseover=alert(1)>x</b>", "<p onclick='alert(1)'>x</p>",
            "<body onload=alert(1)>",
            "<a href=javascript:alert(1)>x</a>", "<a href='JaVaScRiPt:alert(1)'>x</a>", "<a href='java\tscript:alert(1)'>x</a>",
            "<a href=' javascript:alert(1)'>x</a>",
            "<a href='&#106;avascript:alert(1)'>x</a>", "<a href='&#x6A&#x61vascript:alert(1)'>x</a>",
            "<a href='javascript&colon;alert(1)'>x</a>", "<a href='vbscript:x'>x</a>",
            "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href='http://plain.example'>x</a>",
            "<a href='//evil.example'>x</a>", "<a href='/forms/1'>x</a>",
            "<a href='\u0001javascript:alert(1)'>x</a>", "<a href='jav&#x0A;ascript:alert(1)'>x</a>", "<a href='blob:https://x/1'>x</a>",
            "<a href='file:///etc/passwd'>x</a>",
            "<div hx-post='/forms/1/visits' hx-trigger=load>x</div>", "<b hx-get=/x hx-trigger='load'>x</b>",
            "<b data-hx-post=/x data-hx-trigger=load>x</b>", "<p HX-ON:click='alert(1)'>x</p>",
            "<a href='https://x.lt' hx-boost=true hx-target=body hx-vals='js:{a:alert(1)}'>x</a>", "<b hx-on::load='alert(1)'>x</b>",
            "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
            "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
            "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
            "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<base href='https://evil.example/'>",
            "<meta http-equiv=refresh content='0;url=https://evil.example'>",
            "<form action=https://evil.example><input name=phone><button>Book</button></form>",
            "<button form=details formaction=https://evil.example>x</button>",
            "<input form=details name=token value=x>", "<style>*{display:none}</style>", "<b style='position:fixed;inset:0'>x</b>",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<iframe src=https://evil.example></iframe>", "<object data=x></object><embed src=x><applet code=x>",
            "<template><img src=x onerror=alert(1)></template>",
            "<p id=details name=token class=button>x</p>", "<details open ontoggle=alert(1)>x</details>",
            "<video><source onerror=alert(1)></video>", "<marquee onstart=alert(1)>x</marquee>",
            "<textarea></textarea><script>alert(1)</script>", "<title></title><script>alert(1)</script>",
            "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[><img src=x onerror=alert(1)>]]>",
            "<?xml version='1.0'?><img src=x onerror=alert(1)>", "<a href='https://x.lt\" onclick=\"alert(1)'>x</a>",
            "<b <script>alert(1)</script>>x</b>", "<p/onclick=alert(1)//>x",
            "</main></body><script>alert(1)</script>", "<a href=\"https://x.lt/\u0000javascript:\">x</a>",
            "<xss autofocus tabindex=1 onfocus=alert(1)></xss>", "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<select><style></select><img src=x onerror=alert(1)></style>", "<plaintext><img src=x onerror=alert(1)>",
            "{{constructor.constructor('alert(1)')()}}<b>x"})
    void leavesNothingThatActs(String hostile) {
        for (var html : List.of(hostile, hostile.repeat(2), "<p>" + hostile, hostile + "</p><b>after", "<ul><li>" + hostile + "</ul>")) {
            var clean = SafeHtml.of(new Html(html)).toString();
            for (var element : Jsoup.parseBodyFragment(clean).body().select("*"))
                if (!element.tagName().equals("body")) check(element, html);
            // Once more through the whole page's parser, inside what stands around it.
            var page = Jsoup.parse("<main><div class=prose hx-disable>" + clean + "</div><i id=end></i></main>");
            assertEquals(page.expectFirst("main"), page.expectFirst("#end").parent(), "breaks out of its place: " + clean);
            for (var element : page.select(".prose *")) check(element, html);
        }
    }

    @Test
    void nothingIsEmpty() {
        assertTrue(SafeHtml.of(Html.NONE).isEmptyContent());
        assertTrue(SafeHtml.of(new Html("<script>alert(1)</script>")).isEmptyContent());
    }

    private static void check(Element element, String html) {
        assertTrue(TAGS.contains(element.tagName()), element.tagName() + " left of " + html);
        for (var attribute : element.attributes()) {
            assertTrue(element.tagName().equals("a") && Set.of("href", "rel").contains(attribute.getKey()), attribute + " left of " + html);
        }
        if (element.hasAttr("href"))
            assertTrue(element.attr("href").matches("(?s)(https|mailto|tel):.*"), element.attr("href") + " left of " + html);
    }
}

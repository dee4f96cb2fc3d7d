package bookform.cabinet;

import bookform.web.LanguageLink;
import bookform.web.OurLanguages;
import bookform.web.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code templates/cabinet/_page.jte} prints around every page.
 *
 * @param salon empty where a business has several locations
 * @param sections the parts of the cabinet; none while nobody is signed in
 * @param back address of the page above; empty where there is none
 * @param notice a sentence that must be read first; empty for none
 * @param bookUrl where to book; empty where that is not known
 */
public record CabinetFrame(Texts t, String salon, String title, List<LanguageLink> languages, List<Section> sections, String back,
        String notice, String bookUrl) {

    /** A part of the cabinet. */
    public record Section(String url, String name, String icon, boolean current) {}

    /** Around a page for who is not signed in, or for everybody. */
    static CabinetFrame outside(Visitor visitor, String title, String url) {
        return new CabinetFrame(visitor.t(), visitor.salon(), title, languages(visitor, url), List.of(), "", "", visitor.bookUrl());
    }

    /**
     * Around a page for a client who is signed in.
     *
     * @param section the part of the cabinet that it belongs to, by the address of its first page
     * @param url the page's own
     */
    static CabinetFrame inside(Visitor visitor, String title, String section, String url) {
        var t = visitor.t();
        var sections = Stream.of(
                new Section(Next.USUAL, t.text("cabinet.appointments"), "calendar", section.equals(Next.USUAL)),
                new Section(LoyaltyPage.URL, t.text("loyalty.heading"), "card", section.equals(LoyaltyPage.URL)),
                new Section(Devices.URL, t.text("cabinet.devices"), "device", section.equals(Devices.URL)),
                new Section(ProfilePage.URL, t.text("cabinet.profile"), "person", section.equals(ProfilePage.URL)))
                .filter(part -> visitor.loyalty() || !part.url().equals(LoyaltyPage.URL)).toList();
        return new CabinetFrame(t, visitor.salon(), title, languages(visitor, url), sections, "", "", visitor.bookUrl());
    }

    CabinetFrame withBack(String back) {
        return new CabinetFrame(t, salon, title, languages, sections, back, notice, bookUrl);
    }

    CabinetFrame withNotice(String notice) {
        return new CabinetFrame(t, salon, title, languages, sections, back, notice, bookUrl);
    }

    /** For the browser's tab. */
    public String tabTitle() {
        return salon.isEmpty() ? title : title + " · " + salon;
    }

    private static List<LanguageLink> languages(Visitor visitor, String url) {
        return LanguageLink.all(visitor.t(), OurLanguages.ALL, tag -> url + (url.contains("?") ? "&" : "?") + "lang=" + tag);
    }
}

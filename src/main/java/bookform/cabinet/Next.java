package bookform.cabinet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where to go after signing in: to a page of the cabinet's own route table, whatever an address asks for (reliability.md H10). */
final class Next {
    static final String USUAL = "/cabinet/appointments";

    private static final String QUERY = "(\\?[A-Za-z0-9=&:._-]{0,200})?";

    private final List<Pattern> pages = new ArrayList<>();

    /** @param page of the route table, {@code /cabinet/appointments/{location}/{appointment}} */
    void allow(String page) {
        pages.add(Pattern.compile(page.replaceAll("\\.", "\\\\.").replaceAll("\\{\\w+}", "[A-Za-z0-9_-]{1,64}") + QUERY));
    }

    /** The address itself if it is a page of ours; else the list of appointments. */
    String safe(String address) {
        return address != null && pages.stream().anyMatch(page -> page.matcher(address).matches()) ? address : USUAL;
    }

    /** Where to sign in first. */
    String signIn(String next) {
        return "/cabinet/session" + (next.equals(USUAL) ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}

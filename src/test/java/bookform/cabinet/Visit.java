package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Somebody with a browser of their own: it keeps cookies, and sends them. */
final class Visit {
    private final RunningApp app;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visit(RunningApp app) {
        this.app = app;
    }

    /**
     * From the link of form 1 to the appointments.
     *
     * @param codes the code that a phone was sent
     */
    Answer signIn(String phone, UnaryOperator<String> codes) {
        var page = submit(get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone));
        assertEquals("Enter the code", page.heading(), page.text());
        return follow(submit(page, "code-form", Map.of("code", codes.apply(phone))));
    }

    Answer get(String path, String... headers) {
        return kept(app.get(path, with(headers)));
    }

    Answer post(String path, Map<String, String> fields, String... headers) {
        return kept(app.post(path, fields, with(headers)));
    }

    Answer submit(Answer page, String form, Map<String, String> filled, String... headers) {
        return kept(app.submit(page, form, filled, with(headers)));
    }

    Answer choose(Answer page, String text, String... headers) {
        return kept(app.choose(page, text, with(headers)));
    }

    /** On and on, until a page is shown. */
    Answer follow(Answer answer) {
        var page = answer;
        while (page.status() == 303) page = get(page.header("Location"));
        return page;
    }

    /** Null where there is none. */
    String cookie(String name) {
        return cookies.get(name);
    }

    void set(String name, String value) {
        cookies.put(name, value);
    }

    private Answer kept(Answer answer) {
        for (var line : answer.response().headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (line.contains("Max-Age=0")) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private String[] with(String... headers) {
        var all = new ArrayList<>(List.of(headers));
        var sent = cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        if (!sent.isEmpty()) all.addAll(List.of("Cookie", sent));
        return all.toArray(String[]::new);
    }
}

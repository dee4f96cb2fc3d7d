package bookform.support;

import bookform.support.RunningApp.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Somebody with a browser of their own: it keeps cookies, and sends them. */
public final class CabinetClient {
    private final RunningApp app;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public CabinetClient(RunningApp app) {
        this.app = app;
    }

    /**
     * Somebody who has signed in with a code.
     *
     * @param sender the application that sends the messages: the same, or the one behind it
     */
    public static CabinetClient signIn(RunningApp app, RunningApp sender, String phone) {
        var client = new CabinetClient(app);
        client.signIn(phone, sender::code);
        return client;
    }

    /**
     * From the link of form 1 to the appointments.
     *
     * @param codes the code that a phone was sent
     */
    public Answer signIn(String phone, UnaryOperator<String> codes) {
        var page = follow(submit(get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
        if (page.html().select("#code-form").isEmpty()) throw new AssertionError("No code was sent: " + page.text());
        return follow(submit(page, "code-form", Map.of("code", codes.apply(phone))));
    }

    public Answer get(String path, String... headers) {
        return kept(app.get(path, with(headers)));
    }

    public Answer post(String path, Map<String, String> fields, String... headers) {
        return kept(app.post(path, fields, with(headers)));
    }

    /** Sends the form of a page as it stands there, with some fields filled in. */
    public Answer submit(Answer page, String form, Map<String, String> filled, String... headers) {
        return kept(app.submit(page, form, filled, with(headers)));
    }

    /** Presses the button, or follows the link, that reads so. */
    public Answer choose(Answer page, String text, String... headers) {
        return kept(app.choose(page, text, with(headers)));
    }

    /** On and on, until a page is shown. */
    public Answer follow(Answer answer) {
        var page = answer;
        while (page.status() == 303) page = get(page.header("Location"));
        return page;
    }

    /** Null where there is none. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    public void set(String name, String value) {
        cookies.put(name, value);
    }

    /** As the browser sends them. */
    public String cookies() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
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
        if (!cookies.isEmpty()) all.addAll(List.of("Cookie", cookies()));
        return all.toArray(String[]::new);
    }
}

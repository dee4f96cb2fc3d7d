package bookform.support;

import bookform.support.RunningApp.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who signed in to the cabinet with a code, and whose browser keeps cookies. */
public final class CabinetClient {
    private final RunningApp app;
    private final Map<String, String> cookies = new HashMap<>();

    private CabinetClient(RunningApp app) {
        this.app = app;
    }

    /** @param sender the application that sends the messages: the same, or the one behind it */
    public static CabinetClient signIn(RunningApp app, RunningApp sender, String phone) {
        var client = new CabinetClient(app);
        client.post("/cabinet/phone-confirmations?form=1", Map.of("phone", phone));
        var answer = client.post("/cabinet/session", Map.of("phone", phone, "code", sender.code(phone)));
        if (answer.status() != 303) throw new AssertionError("Not signed in: " + answer.text());
        return client;
    }

    public Answer get(String path) {
        return kept(app.get(path, "Cookie", cookies()));
    }

    public Answer post(String path, Map<String, String> fields) {
        return kept(app.post(path, fields, "Cookie", cookies()));
    }

    /** Presses the button, or follows the link, that reads so. */
    public Answer choose(Answer page, String text) {
        return kept(app.choose(page, text, "Cookie", cookies()));
    }

    /** Sends the form of a page as it stands there, with some fields filled in. */
    public Answer submit(Answer page, String form, Map<String, String> filled) {
        return kept(app.submit(page, form, filled, "Cookie", cookies()));
    }

    public Answer follow(Answer redirect) {
        return kept(app.follow(redirect, "Cookie", cookies()));
    }

    public String cookies() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    private Answer kept(Answer answer) {
        for (var cookie : answer.response().headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}

package bookform.transfer;

import java.util.regex.Pattern;

/** A way to compress what is sent that browsers can ask for. */
public enum Coding {
    GZIP("gzip"), BROTLI("br");

    private final Pattern wanted;

    Coding(String name) {
        wanted = Pattern.compile("(^|,) *" + name + " *(,|$|;(?! *q=0(\\.0*)? *(,|$)))");
    }

    /** @param acceptEncoding what the browser says in {@code Accept-Encoding}; null when it says nothing */
    public boolean isAccepted(String acceptEncoding) {
        return acceptEncoding != null && wanted.matcher(acceptEncoding).find();
    }
}

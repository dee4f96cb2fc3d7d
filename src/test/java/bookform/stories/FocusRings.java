package bookform.stories;

import com.microsoft.playwright.Page;
import java.util.List;

/** Who goes by keyboard sees where they are: nothing cuts the ring around it. */
final class FocusRings {
    private static final String CUT = """
            () => {
                const findings = [];
                for (const control of document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")) {
                    if (!control.checkVisibility() || control.classList.contains("visually-hidden")) continue;
                    control.focus({ focusVisible: true });
                    control.scrollIntoView({ block: "nearest", inline: "nearest" });
                    const style = getComputedStyle(control), box = control.getBoundingClientRect();
                    if (document.activeElement !== control || style.outlineStyle === "none") continue;
                    const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset) - .5;
                    for (let around = control.parentElement; around !== document.body; around = around.parentElement) {
                        const { overflowX, overflowY } = getComputedStyle(around), edge = around.getBoundingClientRect();
                        if (overflowX === "visible" && overflowY === "visible") continue;
                        if (box.top - reach < edge.top || box.bottom + reach > edge.bottom || box.left - reach < edge.left || box.right + reach > edge.right)
                            findings.push(control.tagName + "." + control.className + " " + control.innerText.trim() + " by " + around.className);
                    }
                }
                document.activeElement.blur();
                scrollTo(0, 0);
                return findings;
            }""";

    private FocusRings() {}

    /** @return what has a ring that is not seen whole, and what cuts it */
    static List<?> cut(Page page) {
        return (List<?>) page.evaluate(CUT);
    }
}

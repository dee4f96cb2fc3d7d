package bookform.stories;

import com.microsoft.playwright.Page;
import java.util.List;

/** On a page that is read from the right, "1 Linden Street" still begins with its number, which then stands at the left. */
final class OwnDirection {
    private static final String TURNED_ROUND = """
            () => {
                const findings = [];
                const texts = document.createTreeWalker(document.getElementById("step"), NodeFilter.SHOW_TEXT);
                const box = (text, at) => { const range = new Range(); range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect() };
                for (let text; (text = texts.nextNode());) {
                    if (!text.parentElement.checkVisibility()) continue;
                    for (const found of text.data.matchAll(/[0-9]+ [A-Za-z]/g)) {
                        const number = box(text, found.index), word = box(text, found.index + found[0].length - 1);
                        if (number.top === word.top && number.left > word.left) findings.push(text.data.trim());
                    }
                }
                return findings;
            }""";

    private OwnDirection() {}

    /** @return what is not in its own order */
    static List<?> turnedRound(Page page) {
        return (List<?>) page.evaluate(TURNED_ROUND);
    }
}

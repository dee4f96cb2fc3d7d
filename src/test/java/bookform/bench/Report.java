package bookform.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that a run prints. */
final class Report {
    private record Row(String work, String ours, String ceiling, String ratio, String target, String fine) {}

    private final List<Row> rows = new ArrayList<>(List.of(new Row("work", "ours", "ceiling", "ratio", "target", "ok?")));

    void plain(String work, String ours) {
        rows.add(new Row(work, ours, "", "", "", ""));
    }

    void beside(String work, String ours, String ceiling) {
        rows.add(new Row(work, ours, ceiling, "", "", ""));
    }

    /** @param fine whether the target, in words, was reached */
    void row(String work, String ours, String ceiling, String ratio, String target, boolean fine) {
        rows.add(new Row(work, ours, ceiling, ratio, target, yesOrNo(fine)));
    }

    /** More is better. @param least the share of the ceiling to reach; 0 for none */
    void share(String work, double ours, double ceiling, double ratio, double least) {
        rows.add(new Row(work, number("%.0f", ours), number("%.0f", ceiling), number("%.0f %%", ratio * 100),
                least == 0 ? "" : number(">= %.0f %%", least * 100),
                least == 0 ? "" : yesOrNo(ratio >= least)));
    }

    /** Less is better. */
    void atMost(String work, double ours, double most, String unit) {
        rows.add(new Row(work, number("%.0f ", ours) + unit, "", "", number("<= %.0f ", most) + unit, yesOrNo(ours <= most)));
    }

    /** As {@link #atMost(String, double, double, String)}, beside a ceiling. */
    void atMost(String work, double ours, double ceiling, double most, String unit) {
        row(work, number("%.0f ", ours) + unit, number("%.0f ", ceiling) + unit, number("%.0f %%", ours / ceiling * 100),
                number("<= %.0f ", most) + unit, ours <= most);
    }

    void exactly(String work, long ours, long wanted) {
        rows.add(new Row(work, Long.toString(ours), "", "", Long.toString(wanted), yesOrNo(ours == wanted)));
    }

    static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String yesOrNo(boolean fine) {
        return fine ? "yes" : "NO";
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var row : rows) text.append(String.format(Locale.ROOT, "%-62s %16s %16s %7s %16s %4s%n", row.work, row.ours, row.ceiling,
                row.ratio, row.target, row.fine));
        return text.toString();
    }
}

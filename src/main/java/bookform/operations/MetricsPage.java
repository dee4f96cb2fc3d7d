package bookform.operations;

import bookform.telemetry.Histogram.Snapshot;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Prometheus reads, in its text format 0.0.4.
 *
 * <p>Not a library: the format is a page of rules, and the registries that write it bring more classes than the first page of a booking
 * needs altogether.
 */
final class MetricsPage {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    MetricsPage counter(String name, String help, double value) {
        return head(name, help, "counter").sample(name, "", value);
    }

    MetricsPage gauge(String name, String help, double value) {
        return head(name, help, "gauge").sample(name, "", value);
    }

    /** One sample for each value of a label. */
    MetricsPage counter(String name, String help, String label, Map<String, ? extends Number> values) {
        head(name, help, "counter");
        new TreeMap<>(values).forEach((value, count) -> sample(name, labels(label, value), count.doubleValue()));
        return this;
    }

    MetricsPage histogram(String name, String help, Snapshot snapshot) {
        return head(name, help, "histogram").buckets(name, "", snapshot);
    }

    /** Begins a metric; its samples follow. */
    MetricsPage head(String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** @param labels as {@link #labels} writes them */
    MetricsPage sample(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) text.append('{').append(labels).append('}');
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    MetricsPage buckets(String name, String labels, Snapshot snapshot) {
        var more = labels.isEmpty() ? "" : labels + ",";
        for (var i = 0; i < snapshot.cumulated().length; i++) {
            var bound = i < snapshot.bounds().length ? number(snapshot.bounds()[i]) : "+Inf";
            sample(name + "_bucket", more + labels("le", bound), snapshot.cumulated()[i]);
        }
        return sample(name + "_sum", labels, snapshot.sum())
                .sample(name + "_count", labels, snapshot.cumulated()[snapshot.cumulated().length - 1]);
    }

    /** @param namesAndValues a name, its value, the next name … */
    static String labels(String... namesAndValues) {
        var labels = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (i > 0) labels.append(',');
            var value = namesAndValues[i + 1].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            labels.append(namesAndValues[i]).append("=\"").append(value).append('"');
        }
        return labels.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : BigDecimal.valueOf(value).toPlainString();
    }
}

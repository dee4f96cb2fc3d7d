package bookform.operations;

import bookform.backend.BookingCounts;
import bookform.backend.Outbox;
import bookform.backend.store.Store;
import bookform.booking.BookingRefused.Reason;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked of a running instance in numbers. Nothing in it names a client: labels are routes, reasons and statuses. */
public final class Metrics {
    private final RequestLog log;
    private final Store store;
    private final Outbox outbox;
    private final BookingCounts bookings;

    public Metrics(RequestLog log, Store store, Outbox outbox, BookingCounts bookings) {
        this.log = log;
        this.store = store;
        this.outbox = outbox;
        this.bookings = bookings;
    }

    String text() {
        var page = new MetricsPage();
        requests(page);
        bookings(page);
        messages(page);
        database(page);
        process(page);
        return page.toString();
    }

    private void requests(MetricsPage page) {
        page.gauge("bookform_requests_under_way", "Requests that are being answered.", log.requests().underWay());
        page.head("bookform_requests_total", "Requests answered.", "counter");
        log.requests().forEach((route, answers) -> answers.byStatus.forEach((status, count) -> page.sample("bookform_requests_total",
                MetricsPage.labels("method", route.method(), "route", route.path(), "status", status.toString()), count.sum())));
        page.head("bookform_request_seconds", "From the first byte of a request to the last of its answer.", "histogram");
        log.requests().forEach((route, answers) -> page.buckets("bookform_request_seconds",
                MetricsPage.labels("method", route.method(), "route", route.path()), answers.seconds.snapshot()));
    }

    private void bookings(MetricsPage page) {
        page.counter("bookform_bookings_total", "Visits booked.", bookings.made());
        page.counter("bookform_bookings_refused_total", "Visits refused, by reason.", "reason", bookings.refused().entrySet().stream()
                .collect(Collectors.toMap(refused -> word(refused.getKey()), refused -> refused.getValue())));
    }

    private void messages(MetricsPage page) {
        page.counter("bookform_messages_sent_total", "Messages handed over.", "kind", outbox.sentByKind());
        page.counter("bookform_messages_failed_total", "Messages lost.", "kind", outbox.failedByKind());
        page.gauge("bookform_outbox_waiting", "Messages that wait to be sent.", outbox.waiting());
        page.gauge("bookform_outbox_oldest_seconds", "For how long the oldest of them has waited.", outbox.oldest().toMillis() / 1e3);
    }

    private void database(MetricsPage page) {
        var load = store.load();
        page.gauge("bookform_writes_waiting", "Writes that wait for the database.", load.writesWaiting());
        page.histogram("bookform_write_group_size", "Writes committed under one sync; on PostgreSQL each has its own.", load.groupSizes());
        page.histogram("bookform_commit_seconds", "How long a commit took, with its sync.", load.commitSeconds());
        page.gauge("bookform_readers_busy", "Connections that read.", load.readersBusy());
        page.gauge("bookform_readers", "Connections that may read at most.", load.readers());
        page.counter("bookform_queries_total", "Statements that read or changed rows.", store.queries());
    }

    private static void process(MetricsPage page) {
        var runtime = Runtime.getRuntime();
        page.gauge("jvm_memory_used_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory());
        page.gauge("jvm_memory_committed_bytes", "Heap taken from the system.", runtime.totalMemory());
        page.gauge("jvm_memory_max_bytes", "Heap at most.", runtime.maxMemory());
        page.gauge("jvm_threads_current", "Platform threads.", ManagementFactory.getThreadMXBean().getThreadCount());
        page.head("jvm_gc_seconds_total", "Time spent on garbage.", "counter");
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans())
            page.sample("jvm_gc_seconds_total", MetricsPage.labels("gc", collector.getName()), collector.getCollectionTime() / 1e3);
        page.gauge("process_uptime_seconds", "Since the start.", ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        page.head("bookform_build_info", "What runs.", "gauge")
                .sample("bookform_build_info", MetricsPage.labels("version", version(), "java", Runtime.version().toString()), 1);
    }

    private static String version() {
        return Optional.ofNullable(Metrics.class.getPackage().getImplementationVersion()).orElse("unpackaged");
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}

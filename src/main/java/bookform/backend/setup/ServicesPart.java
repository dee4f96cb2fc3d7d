package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.booking.Category;
import bookform.booking.PriceRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The categories and services in a file. */
final class ServicesPart {
    private final Currency currency;
    private final Ids categoryIds = new Ids("category");
    private final Ids serviceIds = new Ids("service");
    private final List<Category> categories = new ArrayList<>();
    private final List<OfferedService> services = new ArrayList<>();

    private final ResourcesPart resources;

    private ServicesPart(Currency currency, ResourcesPart resources) {
        this.currency = currency;
        this.resources = resources;
    }

    static ServicesPart read(Fields root, ResourcesPart resources, Currency currency) {
        var part = new ServicesPart(currency, resources);
        var named = root.find("categories").isPresent();
        root.list("categories").forEach(node -> node.object().ifPresent(part::readCategory));
        root.require("services").flatMap(Node::list).orElse(List.of())
                .forEach(node -> node.object().ifPresent(fields -> part.readService(fields, named)));
        if (!named && !part.services.isEmpty()) part.nameCategories(root.findings());
        return part;
    }

    static Map<String, Object> write(Category category) {
        return new WrittenFields().put("id", category.id()).put("title", category.title()).map();
    }

    static Map<String, Object> write(OfferedService service) {
        return new WrittenFields()
                .put("id", service.id())
                .put("category", service.category())
                .put("title", service.title())
                .put("price", Prices.write(service.price()))
                .put("duration", service.duration().toMinutes())
                .put("technicalBreak", service.technicalBreak().toMinutes(), 0L)
                .put("comment", service.comment(), "")
                .put("image", service.image())
                .put("resources", List.copyOf(service.resources()), List.of())
                .put("online", service.online(), true)
                .put("capacity", service.capacity(), 0)
                .map();
    }

    /** A duration of a service, in minutes. */
    static Optional<Duration> duration(Node node) {
        return node.minutes(5, 24 * 60).map(Duration::ofMinutes);
    }

    /** How long team member and resources stay busy after a client has left, in minutes. */
    static Optional<Duration> technicalBreak(Fields fields) {
        return fields.find("technicalBreak").flatMap(node -> node.minutes(0, 60)).map(Duration::ofMinutes);
    }

    List<Category> categories() {
        return categories;
    }

    List<OfferedService> services() {
        return services;
    }

    /** A service that another part of the file names. */
    Optional<OfferedService> refer(Node node) {
        return serviceIds.refer(node).flatMap(id -> services.stream().filter(service -> service.id() == id).findFirst());
    }

    private void readCategory(Fields fields) {
        var title = fields.title("title", "name");
        categoryIds.add(fields).ifPresent(id -> categories.add(new Category(id, title)));
        fields.end();
    }

    private void readService(Fields fields, boolean categoriesNamed) {
        var id = serviceIds.add(fields);
        var category = fields.require("category").flatMap(categoriesNamed ? categoryIds::refer : Ids::read);
        var title = fields.title("title", "name");
        var price = fields.find("price").flatMap(node -> Prices.read(node, currency)).orElse(PriceRange.zero(currency));
        var duration = fields.require("duration").flatMap(ServicesPart::duration).orElse(Duration.ZERO);
        var service = new OfferedService(id.orElse(0L), category.orElse(0L), title, price, duration,
                technicalBreak(fields).orElse(Duration.ZERO), fields.text("comment"), fields.picture("image"), resources.refer(fields),
                fields.truth("online", true), fields.whole("capacity", 0, EventsPart.MOST_SEATS, 0));
        if (id.isPresent()) services.add(service);
        fields.end();
    }

    /** The file has only the numbers of its categories. */
    private void nameCategories(Findings findings) {
        var ids = new TreeSet<Long>();
        services.forEach(service -> ids.add(service.category()));
        ids.forEach(id -> categories.add(new Category(id, "Category " + id)));
        findings.note("categories are not given: named Category " + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}

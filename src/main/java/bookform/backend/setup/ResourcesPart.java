package bookform.backend.setup;

import bookform.backend.setup.Resource.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rooms, chairs and devices in a file: {@code resources: [{id: 1, title: Room, instances: [{id: 11, title: Room 1}]}]}. */
final class ResourcesPart {
    private final Ids ids = new Ids("resource");
    private final Ids instanceIds = new Ids("resource instance");
    private final List<Resource> resources = new ArrayList<>();

    private ResourcesPart() {}

    static ResourcesPart read(Fields root) {
        var part = new ResourcesPart();
        root.list("resources").forEach(node -> node.object().ifPresent(part::readResource));
        return part;
    }

    static Map<String, Object> write(Resource resource) {
        return new WrittenFields()
                .put("id", resource.id())
                .put("title", resource.title())
                .put("instances", resource.instances().stream().map(ResourcesPart::write).toList())
                .map();
    }

    List<Resource> resources() {
        return resources;
    }

    /** Those that a service says it needs. */
    SortedSet<Long> refer(Fields service) {
        var needed = new TreeSet<Long>();
        service.list("resources").forEach(node -> ids.refer(node).ifPresent(id -> {
            if (!needed.add(id)) node.wrong("resource " + id + " is there already");
        }));
        return needed;
    }

    /** The instances that an appointment says it takes. */
    List<Long> referInstances(Fields appointment) {
        return appointment.list("resourceInstances").stream().flatMap(node -> instanceIds.refer(node).stream()).distinct().toList();
    }

    private void readResource(Fields fields) {
        var id = ids.add(fields);
        var title = fields.title("title", "name");
        var instances = fields.require("instances").flatMap(Node::list).orElse(List.of()).stream()
                .flatMap(node -> node.object().flatMap(this::instance).stream()).toList();
        if (fields.find("instances").isPresent() && fields.list("instances").isEmpty()) fields.wrong("has no instances");
        fields.end();
        id.ifPresent(number -> resources.add(new Resource(number, title, instances)));
    }

    private Optional<Instance> instance(Fields fields) {
        var id = instanceIds.add(fields);
        var title = fields.title("title", "name");
        fields.end();
        return id.map(number -> new Instance(number, title));
    }

    private static Map<String, Object> write(Instance instance) {
        return new WrittenFields().put("id", instance.id()).put("title", instance.title()).map();
    }
}

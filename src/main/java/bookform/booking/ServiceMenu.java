package bookform.booking;

import java.util.List;
import java.util.Optional;

/** The services that can be chosen, in the order to show them, and the categories that they stand under. */
public record ServiceMenu(List<Category> categories, List<Service> services) {
    public ServiceMenu {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
    }

    public Optional<Service> find(long service) {
        return services.stream().filter(candidate -> candidate.id() == service).findFirst();
    }

    /** Those of some services that are on it, in the order they are asked for. */
    public ServiceMenu only(List<Long> services) {
        return new ServiceMenu(categories, services.stream().flatMap(id -> find(id).stream()).toList());
    }

    public List<Service> in(Category category) {
        return services.stream().filter(service -> service.category() == category.id()).toList();
    }
}

package bookform.backend.setup;

import java.util.List;

/**
 * A kind of room, chair or device that services need, and the ones that there are. An appointment for such a service takes one of them,
 * from its start until its technical break is over.
 *
 * @param instances interchangeable; the first that is free is taken
 */
public record Resource(long id, String title, List<Instance> instances) {
    public Resource {
        instances = List.copyOf(instances);
    }

    /** One of them. Its number is unique among all instances of the location. */
    public record Instance(long id, String title) {}
}

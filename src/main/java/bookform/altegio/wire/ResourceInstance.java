package bookform.altegio.wire;

/** A room, chair or device, one of those that the resource with this number has (§7.7). */
public record ResourceInstance(long id, String title, long resourceId) {}

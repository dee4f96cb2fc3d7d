package bookform.backend.http;

import bookform.altegio.wire.WireJson;
import bookform.support.RunningApp;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API's description of itself, and whether answers are as it says: in the dialect of OpenAPI 3.1, read by a library. Callers may
 * meet fields that they do not know; here a field that is not described is a breach.
 */
final class OpenApiDocument {
    private static final Map<RunningApp, OpenApiDocument> READ = new WeakHashMap<>();

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi31());
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    OpenApiDocument(JsonNode root) {
        this.root = root;
        closed(root.get("components").get("schemas"));
        closed(root.get("paths"));
    }

    static synchronized OpenApiDocument of(RunningApp app) {
        return READ.computeIfAbsent(app,
                running -> new OpenApiDocument(WireJson.json().readTree(running.get("/api/v1/openapi.json").body())));
    }

    /** What is wrong with an answer; nothing when the address is not described. */
    List<String> breaches(String method, String address, int status, String body) {
        var path = root.get("paths").propertyStream().filter(candidate -> isAt(candidate.getKey(), address)).findFirst();
        if (path.isEmpty() || !path.get().getValue().has(method)) return List.of();
        var responses = path.get().getValue().get(method).get("responses");
        if (status < 400 && !responses.has(status + "")) return List.of("status " + status + " is not described");
        var schema = resolved(responses.has(status + "") ? responses.get(status + "") : responses.get("default"))
                .get("content").get("application/json").get("schema");
        return breaches(schema, body.isEmpty() ? WireJson.json().getNodeFactory().stringNode("") : WireJson.json().readTree(body));
    }

    /** What is wrong with a value, by a schema of this document. */
    List<String> breaches(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::read).validate(value).stream().map(Error::toString).toList();
    }

    /** By itself, with what its references lead to. */
    private Schema read(JsonNode schema) {
        return registry.getSchema(((ObjectNode) schema.deepCopy()).set("components", root.get("components")));
    }

    private static boolean isAt(String path, String address) {
        return address.replaceFirst("\\?.*", "").replaceFirst("/$", "").matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref") ? root.at(response.get("$ref").asString().substring(1)) : response;
    }

    /** No object has other fields than those that are described. */
    private static void closed(JsonNode node) {
        node.forEach(OpenApiDocument::closed);
        if (node instanceof ObjectNode object && object.path("type").asString("").equals("object") && object.has("properties"))
            object.put("additionalProperties", false);
    }
}

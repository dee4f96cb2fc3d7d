package bookform.backend.http;

import bookform.altegio.wire.WireJson;
import bookform.support.RunningApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import tools.jackson.databind.JsonNode;

/** The API's description of itself, and whether answers are as it says. Knows as much of JSON Schema as the description uses. */
record OpenApiDocument(JsonNode root) {
    private static final Map<RunningApp, OpenApiDocument> READ = new WeakHashMap<>();

    static synchronized OpenApiDocument of(RunningApp app) {
        return READ.computeIfAbsent(app,
                running -> new OpenApiDocument(WireJson.json().readTree(running.get("/api/v1/openapi.json").body())));
    }

    /** What is wrong with an answer; nothing when the address is not described. */
    List<String> breaches(String method, String address, int status, String body) {
        var path = root.get("paths").propertyStream().filter(candidate -> isAt(candidate.getKey(), address)).findFirst();
        if (path.isEmpty() || !path.get().getValue().has(method)) return List.of();
        var responses = path.get().getValue().get(method).get("responses");
        var response = resolved(responses.has(status + "") ? responses.get(status + "") : responses.get("default"));
        if (status < 400 && !responses.has(status + "")) return List.of("status " + status + " is not described");
        var schema = response.get("content").get("application/json").get("schema");
        return breaches(schema, body.isEmpty() ? WireJson.json().getNodeFactory().stringNode("") : WireJson.json().readTree(body), "");
    }

    private static boolean isAt(String path, String address) {
        return address.replaceFirst("\\?.*", "").replaceFirst("/$", "").matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    List<String> breaches(JsonNode reference, JsonNode value, String path) {
        var schema = resolved(reference);
        var found = new ArrayList<String>();
        if (schema.has("anyOf")) {
            var all = schema.get("anyOf").valueStream().map(one -> breaches(one, value, path)).toList();
            if (all.stream().noneMatch(List::isEmpty)) all.forEach(found::addAll);
        }
        if (schema.has("const") && !schema.get("const").equals(value)) found.add(path + " is not " + schema.get("const"));
        if (schema.has("type") && !isOf(schema.get("type").asString(), value)) found.add(path + " is not " + schema.get("type").asString());
        if (schema.has("maxItems") && value.size() > schema.get("maxItems").asInt()) found.add(path + " has too many");
        if (schema.has("maxLength") && value.isString() && value.asString().length() > schema.get("maxLength").asInt())
            found.add(path + " is too long");
        if (value.isObject()) found.addAll(breachesInside(schema, value, path));
        if (value.isArray() && schema.has("items")) {
            for (var i = 0; i < value.size(); i++) found.addAll(breaches(schema.get("items"), value.get(i), path + "/" + i));
        }
        return found;
    }

    private List<String> breachesInside(JsonNode schema, JsonNode value, String path) {
        var found = new ArrayList<String>();
        if (schema.has("required")) {
            schema.get("required").valueStream().filter(name -> !value.has(name.asString()))
                    .forEach(name -> found.add(path + "/" + name.asString() + " is missing"));
        }
        value.properties().forEach(field -> {
            if (schema.has("properties") && schema.get("properties").has(field.getKey())) {
                found.addAll(breaches(schema.get("properties").get(field.getKey()), field.getValue(), path + "/" + field.getKey()));
            } else if (schema.has("properties")) {
                found.add(path + "/" + field.getKey() + " is not described");
            } else if (schema.has("additionalProperties")) {
                found.addAll(breaches(schema.get("additionalProperties"), field.getValue(), path + "/" + field.getKey()));
            }
        });
        return found;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }
}

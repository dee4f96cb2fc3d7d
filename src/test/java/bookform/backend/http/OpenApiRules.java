package bookform.backend.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What OpenAPI 3.1 asks of a document, as far as ours has it: names, places of parameters, descriptions, schemas, references. */
final class OpenApiRules {
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "object", "array", "null");
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final JsonNode root;
    private final List<String> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private OpenApiRules(JsonNode root) {
        this.root = root;
    }

    static List<String> breaches(JsonNode document) {
        var rules = new OpenApiRules(document);
        rules.document();
        return rules.found;
    }

    private void document() {
        require(root.path("openapi").asString("").startsWith("3.1."), "openapi is not 3.1");
        for (var field : List.of("title", "version")) require(root.path("info").path(field).isString(), "info has no " + field);
        root.path("servers").forEach(server -> require(server.path("url").isString(), "a server has no url"));
        root.path("security").forEach(one -> one.propertyNames().forEach(
                name -> require(root.at("/components/securitySchemes/" + name).has("type"), name + " is no security scheme")));
        root.path("paths").propertyStream().forEach(path -> {
            require(path.getKey().startsWith("/"), path.getKey() + " does not begin with a slash");
            path.getValue().propertyStream().forEach(method -> {
                require(METHODS.contains(method.getKey()), method.getKey() + " is no method");
                operation(path.getKey(), method.getValue());
            });
        });
        root.at("/components/responses").forEach(this::response);
        root.at("/components/schemas").forEach(this::schema);
        root.findValues("$ref").forEach(reference -> require(!root.at(reference.asString().substring(1)).isMissingNode(),
                reference.asString() + " leads nowhere"));
    }

    private void operation(String path, JsonNode operation) {
        var name = operation.path("operationId").asString("");
        require(names.add(name), name + " is the name of two operations");
        operation.path("parameters").forEach(this::parameter);
        var places = PLACE.matcher(path).results().map(place -> place.group(1)).collect(Collectors.toSet());
        var described = operation.path("parameters").valueStream().filter(one -> one.path("in").asString().equals("path"))
                .map(one -> one.path("name").asString()).collect(Collectors.toSet());
        require(places.equals(described), "the path of " + name + " has " + places + ", and described are " + described);
        if (operation.has("requestBody")) content(operation.get("requestBody"));
        require(!operation.path("responses").isEmpty(), name + " has no responses");
        operation.path("responses").propertyStream().forEach(response -> {
            require(response.getKey().matches("default|[1-5]\\d\\d"), response.getKey() + " is no status");
            if (!response.getValue().has("$ref")) response(response.getValue());
        });
    }

    private void parameter(JsonNode parameter) {
        var name = parameter.path("name").asString("");
        require(PLACES.contains(parameter.path("in").asString("")), name + " is in " + parameter.path("in").asString(""));
        require(!parameter.path("in").asString("").equals("path") || parameter.path("required").asBoolean(false),
                name + " is not required");
        schema(parameter.path("schema"));
    }

    private void response(JsonNode response) {
        require(response.path("description").isString(), "a response has no description");
        content(response);
    }

    private void content(JsonNode body) {
        require(!body.path("content").isEmpty(), "a body has no content");
        body.path("content").forEach(content -> schema(content.path("schema")));
    }

    private void schema(JsonNode schema) {
        require(schema.isObject(), "a schema is missing");
        if (schema.has("type")) require(TYPES.contains(schema.get("type").asString()), schema.get("type").asString() + " is not a type");
        for (var inner : List.of("items", "additionalProperties")) if (schema.path(inner).isObject()) schema(schema.get(inner));
        schema.path("anyOf").forEach(this::schema);
        schema.path("properties").forEach(this::schema);
        schema.path("required").forEach(name -> require(schema.path("properties").has(name.asString()), name + " is required but unknown"));
    }

    private void require(boolean kept, String breach) {
        if (!kept) found.add(breach);
    }
}

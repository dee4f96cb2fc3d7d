package bookform.backend.http;

import bookform.altegio.wire.Envelope;
import bookform.altegio.wire.Failure;
import bookform.altegio.wire.WireSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The API in OpenAPI 3.1, told from its table of contents and the records of the wire: it cannot say anything else than they do. */
final class OpenApi {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> NUMBERS =
            Set.of("form", "location", "staff", "record", "event", "chain", "service_id", "staff_id", "bookform_id", "id", "page",
                    "count", "forBooking", "company_id", "city_id", "country_id", "group_id", "salon_id", "business_type_id",
                    "team_member_id", "rating");
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> NUMBER = Map.of("type", "integer");
    private static final Map<String, Object> NULL = Map.of("type", "null");
    private static final Map<String, Object> NO_BODY = Map.of("type", "string", "maxLength", 0);
    private static final Map<String, Object> EMPTY = Map.of("type", "array", "maxItems", 0);

    private final WireSchemas schemas = new WireSchemas();

    private OpenApi() {}

    static Map<String, Object> of(List<Operation> operations) {
        return new OpenApi().describe(operations);
    }

    private Map<String, Object> describe(List<Operation> operations) {
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var operation : operations) {
            paths.computeIfAbsent(operation.path(), path -> new TreeMap<>())
                    .put(operation.method().name().toLowerCase(Locale.ROOT), operation(operation));
        }
        var failure = answer("What went wrong", envelope(false, NULL, schemas.of(Failure.Meta.class, true)),
                schemas.of(Failure.Bare.class, true));
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Bookform", "version", "1", "description",
                "The Altegio REST API. Answers come in an envelope to those who accept application/vnd.api.v2+json, bare to others."));
        document.put("servers", List.of(Map.of("url", RestApi.PATH)));
        document.put("security", List.of(Map.of("partner", List.of())));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.named(), "responses", Map.of("Failure", failure),
                "securitySchemes", Map.of("partner", Map.of("type", "http", "scheme", "bearer", "description",
                        "Bearer <partner token>; for a client who is signed in: Bearer <partner token>, User <user token>"))));
        return document;
    }

    private Map<String, Object> operation(Operation operation) {
        var described = new LinkedHashMap<String, Object>();
        described.put("operationId", name(operation));
        described.put("parameters", parameters(operation));
        operation.body().ifPresent(body -> described.put("requestBody",
                Map.of("required", true, "content", json(schemas.of(body, false)))));
        described.put("responses", Map.of(String.valueOf(operation.shape().status()), success(operation.shape()),
                "default", Map.of("$ref", "#/components/responses/Failure")));
        return described;
    }

    /** {@code get_book_times_location_staff_date}. */
    private static String name(Operation operation) {
        return operation.method().name().toLowerCase(Locale.ROOT)
                + operation.path().replaceAll("[^a-zA-Z0-9]+", "_").replaceFirst("_$", "");
    }

    private static List<Object> parameters(Operation operation) {
        var parameters = new ArrayList<Object>();
        PLACE.matcher(operation.path()).results().map(place -> place.group(1)).forEach(name -> parameters.add(
                Map.of("name", name, "in", "path", "required", true, "schema", type(name))));
        operation.query().forEach(name -> parameters.add(name.endsWith("_ids")
                ? Map.of("name", name + "[]", "in", "query", "schema", WireSchemas.listOf(NUMBER))
                : Map.of("name", name, "in", "query", "schema", type(name))));
        return parameters;
    }

    private static Map<String, Object> type(String name) {
        return NUMBERS.contains(name) ? NUMBER : TEXT;
    }

    private Map<String, Object> success(Shape shape) {
        var meta = WireSchemas.anyOf(EMPTY, schemas.of(Envelope.Count.class, true), schemas.of(Envelope.Message.class, true));
        if (!shape.dataShown()) return answer("Done", envelope(true, NULL, meta, "success", "meta"), NO_BODY);
        if (shape.type().isEmpty()) return answer("Done", envelope(true, NULL, meta), NO_BODY);
        var one = schemas.of(shape.type().get(), true);
        var data = shape.list() ? WireSchemas.listOf(one) : one;
        return answer("Done", envelope(true, data, meta), data);
    }

    private static Map<String, Object> envelope(boolean success, Object data, Object meta) {
        return envelope(success, data, meta, "success", "data", "meta");
    }

    private static Map<String, Object> envelope(boolean success, Object data, Object meta, String... required) {
        return Map.of("title", "envelope", "type", "object", "required", List.of(required), "additionalProperties", false,
                "properties", Map.of("success", Map.of("const", success), "data", data, "meta", meta));
    }

    private static Map<String, Object> answer(String description, Object enveloped, Object bare) {
        return Map.of("description", description, "content", json(WireSchemas.anyOf(enveloped, bare)));
    }

    private static Map<String, Object> json(Object schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}

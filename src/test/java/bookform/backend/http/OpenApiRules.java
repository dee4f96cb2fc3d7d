package bookform.backend.http;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What OpenAPI 3.1 asks of a document: the published schema of such documents, which a library reads, and what that schema cannot say,
 * which is one thing in two places being the same.
 */
final class OpenApiRules {
    private static final String PUBLISHED = "https://spec.openapis.org/oas/3.1/";
    private static final Schema DOCUMENT = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(OpenApiRules::published))
            .getSchema(SchemaLocation.of(PUBLISHED + "schema-base"));
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final JsonNode root;
    private final List<String> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private OpenApiRules(JsonNode root) {
        this.root = root;
    }

    static List<String> breaches(JsonNode document) {
        var rules = new OpenApiRules(document);
        DOCUMENT.validate(document).stream().map(Error::toString).forEach(rules.found::add);
        rules.document();
        return rules.found;
    }

    /** A file of ours for an address of theirs: tests ask nobody. @return null for what they have not published */
    private static String published(String address) {
        if (!address.startsWith(PUBLISHED)) return null;
        var name = address.substring(PUBLISHED.length()).replace("/base", "");
        try (var file = OpenApiRules.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void document() {
        root.path("security").forEach(one -> one.propertyNames().forEach(
                name -> require(root.at("/components/securitySchemes/" + name).has("type"), name + " is no security scheme")));
        root.path("paths").propertyStream()
                .forEach(path -> path.getValue().forEach(operation -> operation(path.getKey(), operation)));
        root.findValues("$ref").forEach(reference -> require(!root.at(reference.asString().substring(1)).isMissingNode(),
                reference.asString() + " leads nowhere"));
    }

    private void operation(String path, JsonNode operation) {
        var name = operation.path("operationId").asString("");
        require(names.add(name), name + " is the name of two operations");
        var places = PLACE.matcher(path).results().map(place -> place.group(1)).collect(Collectors.toSet());
        var described = operation.path("parameters").valueStream().filter(one -> one.path("in").asString().equals("path"))
                .map(one -> one.path("name").asString()).collect(Collectors.toSet());
        require(places.equals(described), "the path of " + name + " has " + places + ", and described are " + described);
    }

    private void require(boolean kept, String breach) {
        if (!kept) found.add(breach);
    }
}

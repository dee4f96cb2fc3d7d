package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.wire.WireJson;
import bookform.support.RunningApp;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/v1/openapi.json}. Every answer in the tests of this package is held against it, in {@link ApiCalls}. */
class OpenApiTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void isThereForEverybody() {
        var answer = app.get("/api/v1/openapi.json");
        assertEquals(200, answer.status());
        var document = WireJson.json().readTree(answer.body());
        assertEquals("3.1.0", document.get("openapi").asString());
        assertEquals("/api/v1", document.get("servers").get(0).get("url").asString());
        assertTrue(document.get("paths").size() > 20);
        assertEquals("service_ids[]", document.at("/paths/~1book_times~1{location}~1{staff}~1{date}/get/parameters/3/name").asString());
    }

    /** Somebody else says so: {@link OpenApiRules}. */
    @Test
    void isAsOpenApiWants() {
        assertEquals(List.of(), OpenApiRules.breaches(WireJson.json().readTree(app.get("/api/v1/openapi.json").body())));
    }

    /** The control: each rule, broken once, is found. */
    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "openapi":"3.1.0"                          | "openapi":"3.0.3"                          | /openapi: does not match
        "title":"Bookform","version":"1"           | "title":"Bookform"                         | /info: required property 'version' not found
        "operationId":"get_countries"              | "operationId":"get_cities"                 | get_cities is the name of two
        "in":"path","name":"phone"                 | "in":"path","name":"fone"                  | the path of get_validation_validate_phone_phone
        "in":"query","name":"bookform_id"          | "in":"address","name":"bookform_id"        | /in: does not have a value in the enumeration
        "in":"path","name":"chain","required":true | "in":"path","name":"chain","required":false | /required: must be the constant value
        "description":"Done"                       | "told":"Done"                              | required property 'description' not found
        "is_valid":{"type":"boolean"}              | "is_valid":{"type":"truth"}                | /is_valid/type: does not have a value in the enumeration
        schemas/Country"                           | schemas/Land"                              | #/components/schemas/Land leads nowhere
        "security":[{"partner":[]}]                | "security":[{"somebody":[]}]               | somebody is no security scheme
        """)
    void findsWhatOpenApiDoesNotAllow(String right, String wrong, String found) {
        var document = app.get("/api/v1/openapi.json").body();
        assertTrue(document.contains(right), right);
        var breaches = OpenApiRules.breaches(WireJson.json().readTree(document.replaceFirst(Pattern.quote(right), wrong)));
        assertTrue(breaches.stream().anyMatch(breach -> breach.contains(found)), breaches.toString());
    }

    /** The control: what is missing, of another type or not described is found. */
    @Test
    void findsBreaches() {
        var document = OpenApiDocument.of(app);
        assertEquals(List.of(), document.breaches("get", "/validation/validate_phone/1", 200, "{\"is_valid\":true}"));
        assertEquals(List.of("/is_valid: integer found, boolean expected"), bare(document, "{\"is_valid\":1}"));
        assertEquals(List.of(": required property 'is_valid' not found"), bare(document, "{}"));
        assertEquals(List.of(": property 'more' is not defined in the schema and the schema does not allow additional properties"),
                bare(document, "{\"is_valid\":true,\"more\":1}"));
        assertEquals(List.of("status 201 is not described"), document.breaches("get", "/cities", 201, "[]"));
        assertFalse(document.breaches("get", "/cities", 404, "[]").isEmpty());
        assertFalse(document.breaches("get", "/cities", 200, "{\"success\":false,\"data\":[],\"meta\":[]}").isEmpty());
    }

    /** Without what it lacks of an envelope. */
    private static List<String> bare(OpenApiDocument document, String body) {
        return document.breaches("get", "/validation/validate_phone/1", 200, body).stream()
                .filter(breach -> breach.contains("more") || breach.contains("is_valid") && !breach.contains("additional properties"))
                .distinct().toList();
    }
}

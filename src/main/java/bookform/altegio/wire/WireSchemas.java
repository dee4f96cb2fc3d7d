package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** JSON schemas of the wire's records, read off the records themselves; each is kept under its name and referred to. */
public final class WireSchemas {
    private final Map<String, Object> named = new TreeMap<>();

    /** What the schemas refer to, by name. */
    public Map<String, Object> named() {
        return named;
    }

    /**
     * The schema of a type of the wire.
     *
     * @param written whether we write it, and with all of its fields; what is only read may lack any
     */
    public Map<String, Object> of(Type type, boolean written) {
        return switch (type) {
            case Class<?> known when known == String.class -> Map.of("type", "string");
            case Class<?> known when known == LocalDate.class -> Map.of("type", "string", "format", "date");
            case Class<?> known when known == boolean.class || known == Boolean.class -> Map.of("type", "boolean");
            case Class<?> known when known == int.class || known == long.class || known == Integer.class || known == Long.class ->
                    Map.of("type", "integer");
            case Class<?> known when known == double.class || known == BigDecimal.class -> Map.of("type", "number");
            case Class<?> known when known == Map.class -> Map.of("type", "object");
            case Class<?> known when known.isRecord() -> reference(known, written);
            case ParameterizedType generic -> generic(generic, written);
            default -> Map.of();
        };
    }

    /** Any of several. */
    public static Map<String, Object> anyOf(Object... schemas) {
        return Map.of("anyOf", List.of(schemas));
    }

    /** A list of one kind. */
    public static Map<String, Object> listOf(Object items) {
        return Map.of("type", "array", "items", items);
    }

    private Map<String, Object> generic(ParameterizedType type, boolean written) {
        var arguments = type.getActualTypeArguments();
        var last = of(arguments[arguments.length - 1], written);
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "List" -> listOf(last);
            case "Map" -> Map.of("type", "object", "additionalProperties", last);
            case "Optional" -> anyOf(last, Map.of("type", "null"));
            default -> Map.of();
        };
    }

    private Map<String, Object> reference(Class<?> type, boolean written) {
        var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        if (!named.containsKey(name)) {
            named.put(name, Map.of()); // for records that contain themselves
            named.put(name, record(type, written));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> record(Class<?> type, boolean written) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        add(type, written, properties, required);
        return written ? Map.of("type", "object", "properties", properties, "required", required)
                : Map.of("type", "object", "properties", properties);
    }

    private void add(Class<?> type, boolean written, Map<String, Object> properties, List<String> required) {
        for (var field : fields(type)) {
            if (field.isAnnotationPresent(JsonUnwrapped.class)) {
                add(field.getReturnType(), written, properties, required);
            } else {
                properties.put(name(field), field(field, written));
                if (isAlways(type, field)) required.add(name(field));
            }
        }
    }

    /** The components, and the methods with fixed answers. */
    private static List<Method> fields(Class<?> type) {
        var components = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
        var fixed = Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(JsonProperty.class) && !components.contains(method))
                .sorted(Comparator.comparing(WireSchemas::name));
        return Stream.concat(components.stream(), fixed).toList();
    }

    private static String name(Method field) {
        return Optional.ofNullable(field.getAnnotation(JsonProperty.class)).map(JsonProperty::value)
                .orElseGet(() -> field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> field(Method field, boolean written) {
        var type = field.getGenericReturnType();
        if (!field.isAnnotationPresent(EmptyArray.class)) return of(type, written);
        var present = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? of(generic.getActualTypeArguments()[0], written) : of(type, written);
        return anyOf(present, Map.of("type", "array", "maxItems", 0));
    }

    private static boolean isAlways(Class<?> type, Method field) {
        var included = Optional.ofNullable(field.getAnnotation(JsonInclude.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(JsonInclude.class)));
        return switch (included.map(JsonInclude::value).orElse(Include.ALWAYS)) {
            case ALWAYS -> true;
            case NON_ABSENT -> field.getReturnType() != Optional.class;
            default -> false;
        };
    }
}

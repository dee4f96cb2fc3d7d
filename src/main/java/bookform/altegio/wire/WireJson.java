package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How the API's JSON is read and written. Strict in what it writes; when it reads, unknown fields are ignored, numbers may be strings,
 * yes and no may be 1 and 0, objects that are empty may be {@code []}, and texts, lists and maps that are missing are empty (§1.6).
 * Refuses documents that are made to hurt: too long, too deep, or with endless texts.
 */
public final class WireJson {
    /** Bytes. */
    public static final int LARGEST_DOCUMENT = 1 << 20;

    /** Bytes of an answer, which may list a large chain's whole offer. */
    public static final int LARGEST_ANSWER = 8 << 20;

    private static final int DEEPEST_NESTING = 50;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LONGEST_TEXT_OF_ANSWER = 1 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonMapper MAPPER = mapper(LARGEST_DOCUMENT, LONGEST_TEXT).rebuild()
            .addModule(new SimpleModule().setDeserializerModifier(new WholeNumbers())).build();

    private WireJson() {}

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** With the keys of maps in order, so that the same is written alike by everybody. */
    public static byte[] writeSorted(Object value) {
        return MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsBytes(value);
    }

    /** @throws JacksonException when it is no JSON, or not of this type */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** For what needs more than one {@link #read}. */
    public static JsonMapper json() {
        return MAPPER;
    }

    /**
     * For what a server answers: as {@link #json}, with room for more, and more forgiving: a field of the wrong type is as good as
     * missing. Somebody else's server is not put right by refusing it, and whoever asks looks at what they need.
     */
    public static JsonMapper answers() {
        return Answers.MAPPER;
    }

    private static JsonMapper mapper(int largestDocument, int longestText) {
        var empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        var limits = StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).maxStringLength(longestText)
                .maxNameLength(LONGEST_TEXT).maxNumberLength(LONGEST_NUMBER).maxDocumentLength(largestDocument).build();
        var module = new SimpleModule().addDeserializer(Boolean.class, new YesOrNo(Boolean.class))
                .addDeserializer(boolean.class, new YesOrNo(boolean.class));
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withCoercionConfigDefaults(config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
                .withCoercionConfig(LogicalType.POJO, config -> config.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.AsNull))
                .withCoercionConfig(LogicalType.Map, config -> config.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.AsEmpty))
                .withCoercionConfig(LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert))
                .withConfigOverride(String.class, override -> override.setNullHandling(empty))
                .withConfigOverride(List.class, override -> override.setNullHandling(empty.withContentNulls(Nulls.SKIP)))
                .withConfigOverride(Map.class, override -> override.setNullHandling(empty))
                .addModule(module)
                .build();
    }

    /** Made when it is first needed: the server does without. */
    private static final class Answers {
        private static final JsonMapper MAPPER =
                mapper(LARGEST_ANSWER, LONGEST_TEXT_OF_ANSWER).rebuild().addHandler(new WrongIsMissing()).build();
    }

    /** Half a seat is nobody's wish, and cutting it off books something else than was asked for: {@code 1.0} is 1, {@code 1.5} is refused. */
    private static final class WholeNumbers extends ValueDeserializerModifier {
        private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

        @Override
        public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
                ValueDeserializer<?> deserializer) {
            return WHOLE.contains(bean.getBeanClass()) ? new WholeNumber(deserializer) : deserializer;
        }
    }

    private static final class WholeNumber extends DelegatingDeserializer {
        WholeNumber(ValueDeserializer<?> number) {
            super(number);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> number) {
            return new WholeNumber(number);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && parser.getDoubleValue() % 1 != 0)
                return context.reportInputMismatch(this, "Not a whole number");
            return super.deserialize(parser, context);
        }
    }

    /** {@code true}, {@code 1}, {@code "1"} and {@code "true"} are yes, everything else is no, null where there must be an answer. */
    private static final class YesOrNo extends StdScalarDeserializer<Boolean> {
        YesOrNo(Class<?> type) {
            super(type);
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_NUMBER_INT -> parser.getIntValue() != 0;
                case VALUE_STRING -> parser.getString().equals("1") || parser.getString().equalsIgnoreCase("true");
                case VALUE_FALSE -> false;
                default -> (Boolean) context.handleUnexpectedToken(context.constructType(Boolean.class), parser);
            };
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return _valueClass == boolean.class ? false : null; // Optional<Boolean>: nobody said
        }
    }
}

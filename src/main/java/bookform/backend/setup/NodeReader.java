package bookform.backend.setup;

import bookform.backend.setup.Node.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads JSON or YAML, token by token, into {@link Node}s. What JSON cannot say (references, several documents) is refused in YAML
 * too, so both formats mean the same.
 */
final class NodeReader {
    /** Objects and lists within each other; a location needs 6. */
    static final int DEEPEST = 50;
    /** Bytes; a year of a busy location with 50 team members is 10 MB. */
    static final int LARGEST = 64 << 20;

    private final Findings findings;
    private final JsonParser parser;

    private NodeReader(Findings findings, JsonParser parser) {
        this.findings = findings;
        this.parser = parser;
    }

    /** @throws LocationFileException if this is neither JSON nor YAML */
    static Node read(InputStream content, LocationFile.Format format, Findings findings) throws IOException {
        var bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) throw broken(findings, 1, "is larger than 64 MB");
        try (var parser = factory(format).createParser(ObjectReadContext.empty(), bytes)) {
            return new NodeReader(findings, parser).document();
        } catch (JacksonException e) {
            var strange = lineThatIsNotUtf8(bytes);
            if (strange.isPresent()) throw broken(findings, strange.getAsInt(), "is not UTF-8; save the file in that encoding");
            throw broken(findings, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), reason(e));
        }
    }

    /** The parsers say bytes, the first line, and names of classes. */
    private static OptionalInt lineThatIsNotUtf8(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        if (!result.isError()) return OptionalInt.empty();
        var before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
        return OptionalInt.of(1 + (int) before.chars().filter(one -> one == '\n').count());
    }

    private static TokenStreamFactory factory(LocationFile.Format format) {
        return switch (format) {
            case JSON -> new JsonFactory();
            case YAML -> YAMLFactory.builder().loadSettings(
                    LoadSettings.builder().setCodePointLimit(LARGEST).setAllowDuplicateKeys(true).build()).build();
        };
    }

    private Node document() {
        if (parser.nextToken() == null) throw broken(findings, 1, "is empty");
        var root = node(null, "", 0, line(), 1);
        if (parser.nextToken() != null) throw broken(findings, line(), "a second document begins; one file is one location");
        return root;
    }

    private Node node(Node parent, String key, int index, int line, int depth) {
        if (depth > DEEPEST) throw broken(findings, line, "is nested deeper than " + DEEPEST);
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw broken(findings, line, "*" + parser.getString() + " refers to another place; write the value out");
        }
        var kind = kind(parser.currentToken());
        var scalar = kind == Kind.OBJECT || kind == Kind.LIST || kind == Kind.NOTHING ? "" : parser.getString();
        var node = new Node(findings, parent, key, index, line, kind, scalar);
        if (kind == Kind.OBJECT) readObject(node, depth);
        if (kind == Kind.LIST) readList(node, depth);
        return node;
    }

    private void readObject(Node object, int depth) {
        var lines = new HashMap<String, Integer>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int line = line();
            var key = parser.currentName();
            parser.nextToken();
            var child = node(object, key, object.children().size(), line, depth + 1);
            var earlier = lines.putIfAbsent(key, line);
            if (earlier == null) {
                object.add(child);
            } else {
                child.wrong("is there already, in line " + earlier);
            }
        }
    }

    private void readList(Node list, int depth) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(list, "", list.children().size(), line(), depth + 1));
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.LIST;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
            case VALUE_NULL -> Kind.NOTHING;
            default -> Kind.TEXT;
        };
    }

    private static LocationFileException broken(Findings findings, int line, String words) {
        findings.mistake(Math.max(1, line), "", words);
        return findings.exception();
    }

    /** What the parser says, without the places in memory and bytes that it adds. */
    private static String reason(JacksonException failure) {
        if (failure.getCause() instanceof MarkedYamlEngineException yaml && yaml.getProblem() != null) return yaml.getProblem();
        return String.valueOf(failure.getOriginalMessage()).lines().findFirst().orElse("cannot be read")
                .replaceFirst(" \\(start marker at .*", "");
    }
}

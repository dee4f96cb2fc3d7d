package bookform.backend.setup;

import bookform.booking.PrivacyPolicy;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a location as a file: the parts in the order in which people read them. */
final class LocationFileWriter {
    private final LocationFile file;

    LocationFileWriter(LocationFile file) {
        this.file = file;
    }

    /** In UTF-8, ending with a line feed; the stream stays open. */
    void write(OutputStream out, LocationFile.Format format) {
        mapper(format).writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, fields());
    }

    private Map<String, Object> fields() {
        var setup = file.setup();
        var team = new TeamWriter(setup);
        return new WrittenFields()
                .put("location", LocationPart.write(setup.location()))
                .put("rules", LocationPart.writeRules(setup.rules()), Map.of())
                .put("categories", setup.categories().stream().map(ServicesPart::write).toList())
                .put("resources", setup.resources().stream().map(ResourcesPart::write).toList(), List.of())
                .put("services", setup.services().stream().map(ServicesPart::write).toList())
                .put("hours", team.sharedWeek())
                .put("teamMembers", team.write())
                .put("forms", setup.forms().stream().map(FormsPart::write).toList())
                .put("privacyPolicy", setup.privacyPolicy().map(PrivacyPolicy::text).map(html -> html.source()))
                .put("events", new EventsWriter(setup).write(file.events()), List.of())
                .put("appointments", new AppointmentsWriter(setup.location().zone()).write(file.appointments()), List.of())
                .map();
    }

    private static ObjectMapper mapper(LocationFile.Format format) {
        return switch (format) {
            case JSON -> JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();
            case YAML -> YAMLMapper.builder()
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();
        };
    }
}

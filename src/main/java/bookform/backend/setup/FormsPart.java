package bookform.backend.setup;

import bookform.booking.BookingForm;
import bookform.booking.BookingForm.Caption;
import bookform.booking.Chain;
import bookform.booking.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The booking forms in a file. */
final class FormsPart {
    private static final Pattern SITE = Pattern.compile("https?://(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Location location;
    private final StepsPart steps;
    private final Destination destination;
    private final Ids ids = new Ids("form");
    private final List<BookingForm> forms = new ArrayList<>();

    private FormsPart(Location location, StepsPart steps, Destination destination) {
        this.location = location;
        this.steps = steps;
        this.destination = destination;
    }

    static List<BookingForm> read(Fields root, Location location, StepsPart steps, Destination destination) {
        var part = new FormsPart(location, steps, destination);
        root.list("forms").forEach(node -> node.object().ifPresent(part::readForm));
        if (root.list("forms").isEmpty()) part.addPlainForm(root.findings());
        return part.forms;
    }

    static Map<String, Object> write(BookingForm form) {
        return new WrittenFields()
                .put("id", form.id())
                .put("language", form.language().toLanguageTag(), Locale.ENGLISH.toLanguageTag())
                .put("languages", form.languages().stream().map(Locale::toLanguageTag).toList(), List.of(form.language().toLanguageTag()))
                .put("steps", StepsPart.write(form.steps()))
                .put("phoneConfirmation", form.phoneConfirmation(), false)
                .put("smsReminders", form.smsReminders(), false)
                .put("commentRequired", form.commentRequired(), false)
                .put("commentLabel", form.commentLabel(), "")
                .put("notice", form.notice(), "")
                .put("privacyPolicy", form.privacyPolicy(), false)
                .put("caption", Fields.word(form.caption()), Fields.word(Caption.SPECIALIZATION))
                .put("sites", form.sites(), List.of())
                .put("chain", form.chain().isPresent(), false)
                .put("style", StylePart.write(form.style()), Map.of())
                .put("tracking", StylePart.write(form.tracking()), Map.of())
                .map();
    }

    private void addPlainForm(Findings findings) {
        long id = destination.nextForm();
        findings.note("forms are not given: form " + id + " asks for service, team member and time, in English");
        forms.add(new BookingForm(id, location.id(), StepsPart.USUAL, Locale.ENGLISH, List.of(Locale.ENGLISH),
                false, false, false, "", "", false, Caption.SPECIALIZATION));
    }

    private void readForm(Fields fields) {
        var id = ids.add(fields);
        id.flatMap(destination::locationOfForm).filter(owner -> owner != location.id())
                .ifPresent(owner -> fields.wrong("there is a form " + id.get() + " already, at location " + owner
                        + "; say location: {id: " + owner + "} to change that one, or another id here"));
        var language = fields.find("language").flatMap(FormsPart::language).orElse(Locale.ENGLISH);
        var languages = languages(fields, language);
        var chain = chain(fields);
        var form = new BookingForm(id.orElse(0L), location.id(), steps.read(fields, chain.isPresent()), language, languages,
                fields.truth("phoneConfirmation", false), fields.truth("smsReminders", false), fields.truth("commentRequired", false),
                fields.text("commentLabel"), fields.text("notice"), fields.truth("privacyPolicy", false),
                fields.oneOf("caption", Fields.words(Caption.values()), Caption.SPECIALIZATION), sites(fields), chain,
                StylePart.style(fields.object("style")), StylePart.tracking(fields.object("tracking")));
        if (id.isPresent()) forms.add(form);
        fields.end();
    }

    private Optional<Long> chain(Fields fields) {
        if (!fields.truth("chain", false)) return Optional.empty();
        if (location.chain().isEmpty()) fields.wrong("chain needs a location that belongs to one; say location: {chain: {id: 1}}");
        return location.chain().map(Chain::id);
    }

    private static List<String> sites(Fields fields) {
        return fields.find("sites").flatMap(Node::list).orElse(List.of()).stream().flatMap(node -> site(node).stream()).distinct().toList();
    }

    private static Optional<String> site(Node node) {
        return node.text().filter(text -> {
            if (!SITE.matcher(text).matches())
                node.wrong(node.quoted() + " is not a site; say https://salon.example, or https://*.salon.example for all below it");
            return SITE.matcher(text).matches();
        });
    }

    private static List<Locale> languages(Fields fields, Locale language) {
        var listed = fields.find("languages");
        if (listed.isEmpty()) return List.of(language);
        var languages = listed.flatMap(Node::list).orElse(List.of()).stream()
                .flatMap(node -> language(node).stream()).distinct().toList();
        if (!languages.isEmpty() && !languages.contains(language)) {
            listed.get().wrong("must contain the form's own language, " + language.toLanguageTag());
        }
        return languages;
    }

    private static Optional<Locale> language(Node node) {
        return node.text().map(Locale::forLanguageTag).filter(locale -> {
            if (!LANGUAGES.contains(locale.getLanguage())) node.wrong(node.quoted() + " is not a language; say a code such as en or lt");
            return LANGUAGES.contains(locale.getLanguage());
        });
    }
}

package bookform.wizard;

import bookform.booking.Chain;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.Service;
import bookform.booking.Tracking;
import bookform.web.Assets;
import bookform.web.Carrier;
import bookform.web.Document;
import bookform.web.LanguageLink;
import bookform.web.Look;
import bookform.web.Shared;
import bookform.web.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code templates/wizard/_step.jte} prints around every step.
 *
 * @param title the step's heading
 * @param back address of the step before; empty on the first
 * @param carrier id of the form that carries typed details along: choices are then its buttons; empty while nothing was typed, and
 *        choices are plain links
 * @param ways appointments and events, on the first page of each where there is the other; else empty
 * @param shared what others may show of the page; empty on all but the first step before anything is chosen
 */
public record Frame(Ground ground, String title, String back, List<LanguageLink> languages, String carrier, List<Way> ways,
        Optional<Shared> shared) implements Carrier {
    /**
     * What a page has whatever its step makes of it.
     *
     * @param salon whose page it is
     * @param notice a sentence that must be read first; empty for none
     * @param outOfDate whether what is shown may be, as the booking system does not answer
     * @param typed what the client typed on the details already
     */
    public record Ground(Texts t, Assets assets, Look look, Tracking tracking, String salon, Place place, String notice,
            boolean outOfDate, DetailsForm typed) {
        Ground at(Place other) {
            return new Ground(t, assets, look, tracking, salon, other, notice, outOfDate, typed);
        }
    }

    /**
     * Which step it is.
     *
     * @param step the page's name, {@code services}; empty on a page that is no step
     * @param number from 1
     * @param count 0 where there is nothing to count
     */
    public record Place(String step, int number, int count) {
        static final Place NOWHERE = new Place("", 0, 0);
    }

    /** To the first page of what can be booked in one way. */
    public record Way(String title, String url, boolean current) {}

    /** The form that {@code _step.jte} prints itself, for steps that have none of their own. */
    static final String CARRY = "carry";

    /** Around the step {@code kind} of a walk. */
    static Frame around(Walk walk, Kind kind, Assets assets, String notice) {
        var kinds = walk.flow().shown().stream().map(FormStep::kind).toList();
        var ground = new Ground(walk.t(), assets, Look.of(walk.form(), walk.location(), assets, walk.selection().manner().theme()),
                walk.form().tracking(), business(walk, kind), new Place(Flow.page(kind), kinds.indexOf(kind) + 1, kinds.size()), notice,
                walk.entry().outOfDate().getAsBoolean(), walk.typed());
        var back = walk.flow().previous(kind).map(previous -> backUrl(walk, previous)).orElse("");
        var languages = languages(walk, language -> walk.selection().withLanguage(language).url(Flow.page(kind)));
        return new Frame(ground, title(walk, kind), back, languages, walk.carriesDetails() ? CARRY : "", ways(walk, kind),
                shared(walk, kind));
    }

    /** A page about the location that is no step. */
    static Frame ofNoStep(Texts t, Assets assets, Look look, Tracking tracking, String salon, String title, List<LanguageLink> languages,
            String notice) {
        var ground = new Ground(t, assets, look, tracking, salon, Place.NOWHERE, notice, false, DetailsForm.EMPTY);
        return new Frame(ground, title, "", languages, "", List.of(), Optional.empty());
    }

    private static Optional<Shared> shared(Walk walk, Kind kind) {
        if (kind == Kind.EVENT && !walk.entry().offered().isEventsAlone()) return Optional.empty(); // the form's first page is another
        var fresh = walk.flow().withPresets(Selection.none(walk.form().id()));
        var untouched = walk.selection().choosesLike(fresh) || walk.selection().choosesLike(walk.flow().withTicked(fresh));
        var first = walk.flow().shown().getFirst().kind() == kind && !walk.carriesDetails() && untouched;
        return first ? Optional.of(new Shared(walk.form(), walk.location(), walk.t().locale(), List.of())) : Optional.empty();
    }

    Frame withCarrier(String form) {
        return new Frame(ground, title, back, languages, form, ways, shared);
    }

    Frame offering(List<Service> services) {
        return new Frame(ground, title, back, languages, carrier, ways, shared.map(page -> page.offering(services)));
    }

    Frame withTitle(String title) {
        return new Frame(ground, title, back, languages, carrier, ways, shared);
    }

    Frame withBack(String back) {
        return new Frame(ground, title, back, languages, carrier, ways, shared);
    }

    /** For a page that nobody should leave for another language. */
    Frame withoutLanguages() {
        return new Frame(ground, title, back, List.of(), carrier, ways, shared);
    }

    /** For a step with nothing to choose, and why: there is no way from it that could be counted. */
    Frame leadingNowhere(String why) {
        return new Frame(ground.at(new Place(place().step(), place().number(), 0)), why, back, languages, carrier, ways, shared);
    }

    Frame withoutWays() {
        return new Frame(ground, title, back, languages, carrier, List.of(), shared);
    }

    public Texts t() {
        return ground.t();
    }

    public Look look() {
        return ground.look();
    }

    public Place place() {
        return ground.place();
    }

    /** For the layout. */
    public Document document() {
        return new Document(t(), title + " · " + ground.salon(), look(), ground.tracking(), shared);
    }

    /** The picture at the head of the first step; later ones have their room for choices. */
    public Optional<String> header() {
        return look().header().filter(_ -> place().number() == 1);
    }

    private static List<Way> ways(Walk walk, Kind kind) {
        var first = new Flow(walk.form()).shown().stream().map(FormStep::kind).filter(shown -> shown != Kind.LOCATION).findFirst();
        if (kind != Kind.EVENT && kind != first.orElseThrow()) return List.of();
        var other = kind == Kind.EVENT ? walk.entry().offered().appointments() : walk.entry().offered().events();
        if (!other.getAsBoolean()) return List.of();
        return List.of(
                new Way(walk.t().text("cabinet.appointments"), walk.selection().without(Kind.EVENT).url(Flow.page(first.orElseThrow())),
                        kind != Kind.EVENT),
                new Way(walk.t().text("events.heading"), walk.selection().without(Kind.EVENT).url(Flow.page(Kind.EVENT)),
                        kind == Kind.EVENT));
    }

    static List<LanguageLink> languages(Walk walk, UnaryOperator<String> url) {
        return LanguageLink.all(walk.t(), walk.form().languages(), url);
    }

    /** Before a location is chosen, what they are all called. */
    private static String business(Walk walk, Kind kind) {
        var location = walk.location();
        return kind == Kind.LOCATION ? location.chain().map(Chain::title).filter(title -> !title.isBlank()).orElse(location.title())
                : location.title();
    }

    private static String title(Walk walk, Kind kind) {
        var own = walk.flow().step(kind).title();
        return own.isBlank() ? walk.t().text(Flow.page(kind).replace('-', '_') + ".heading") : own;
    }

    private static String backUrl(Walk walk, Kind previous) {
        return previous == Kind.TIME ? walk.startDate().map(walk.selection()::withDate).orElse(walk.selection()).url(Flow.page(previous))
                : walk.url(previous);
    }
}

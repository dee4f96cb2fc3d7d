package bookform.backend.setup;

import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import bookform.booking.Html;
import bookform.booking.PrivacyPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A location as one file, JSON or YAML: what the business set up, its group events, and its appointments. {@code demo/example.yaml} shows every field.
 *
 * <pre>
 * location: {id, title, address, city, phone, zone, country, currency, latitude, longitude, description, logo,
 *            cancelUntil: hours before the start, or false, moveUntil: the same, email: hidden|optional|required, anyTeamMember,
 *            smsReminderHours, chain: {id, title}}
 * rules: {notice: minutes, horizonDays, step: minutes, seatsPerClient, phoneCountries, reviewLinks,
 *         slots: {kind: schedule|dynamic|predefined, step: minutes, first, last, starts, weekdays: {sat: {…}}, days: {…}}}
 * categories: [{id, title}]
 * resources: [{id, title, instances: [{id, title}]}]
 * services: [{id, category, title, price, duration, technicalBreak, comment, image, resources: [1, 2], online,
 *             capacity: seats, of a service for groups}]
 * hours: a week for those who have none of their own
 * teamMembers: [{id, name, specialization, position, photo, rating: {stars, votes}, information,
 *                services: [1, 2, {service: 3, duration: 45, technicalBreak: 5, price: 30}], hours, days, online}]
 * forms: [{id, language, languages, steps, phoneConfirmation, smsReminders, commentRequired, commentLabel, notice, privacyPolicy,
 *          caption: specialization|position, sites, chain: whether clients choose among the locations of the chain}]
 * privacyPolicy: HTML
 * events: [{service, teamMember, date or day, start, end, weeks, capacity, instructions, resourceInstances, cancelled, reference}]
 * appointments: [{teamMember, service or services, date or day, start, end, technicalBreak, resourceInstances, client, customFields,
 *                 status, reference}, or {event: its reference, seats, client, status, reference}]
 * note: anything; it is not read
 * </pre>
 *
 * <ul>
 * <li>Durations are minutes, 5 to 1440, technical breaks 0 to 60. Prices are major units of the location's currency, {@code 25} or {@code {min: 25, max: 40}}.
 * <li>A week is {@code {mon-fri: "09:00-13:00, 14:00-18:00", sat: "10:00-24:00"}}; weekdays that are missing are days off.
 * {@code days} differ from the week: {@code {"2026-12-24": "09:00-12:00", "2026-12-25..2026-12-26": off}}.
 * <li>A day is a date, or a number of days from today in the location's zone: {@code day: 0}, {@code "+3": off}.
 * <li>A time is {@code "09:30"}, minutes after midnight, or an instant. An appointment without an end is as long as its services.
 * <li>An event is of a service that has a capacity; such a service is not booked by appointment. Its day may be a weekday, {@code sat}:
 * the next one, today included. With {@code weeks: 8} it is eight events, a week apart.
 * <li>Locations with the same {@code chain} belong together. A form with {@code chain: true} begins with the step {@code location}, whether it
 * says so or not; each location's own first form says whether a code is asked for there.
 * <li>A step is {@code service}, {@code teamMember} or {@code time}, or {@code {step, title, hidden, preset}}, for the time
 * {@code {step, title, hidden, date, dateHidden, time, timeHidden}}. The details are always last.
 * <li>Slots are {@code "10:00, 11:30"} for a list of starts, or an object; weekdays and days have slots of their own, and what those leave
 * open is as on all other days.
 * <li>{@code online: false} closes a service or team member to clients. An appointment whose {@code resourceInstances} are left out takes
 * those that are free.
 * <li>Custom fields are what a client answered to questions of the business's own: {@code {allergies: nuts, guests: 2, drinks: [tea]}}.
 * <li>A client is {@code {name, phone}} with the country code, or a mere number.
 * <li>{@code name} and {@code title} are the same. Without {@code services}, a team member does them all.
 * </ul>
 *
 * <p>Only {@code services} and {@code teamMembers} must be there. What else is missing and matters is assumed, and {@link #notes()}
 * tells so. Reading refuses what is unknown, misspelt or contradicts itself; see {@link LocationFileException}.
 *
 * @param notes what the file left open and was assumed, for people to read
 */
public record LocationFile(LocationSetup setup, List<ImportedEvent> events, List<ImportedAppointment> appointments, List<String> notes) {
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]+$");

    public LocationFile {
        events = List.copyOf(events);
        appointments = List.copyOf(appointments);
        notes = List.copyOf(notes);
    }

    /** How the file is written. */
    public enum Format {
        JSON, YAML;

        /** YAML for {@code .yaml} and {@code .yml}, else JSON. */
        public static Format of(String fileName) {
            return fileName.toLowerCase(Locale.ROOT).matches("(?s).*\\.ya?ml") ? YAML : JSON;
        }
    }

    /**
     * Reads a file of at most 64 MB.
     *
     * @param name tells the format, names the location when the file does not, and stands before every mistake
     * @param destination gives ids to a location and a form that have none in the file
     * @param clock says what today is
     * @throws LocationFileException with every mistake in it
     * @throws IOException if the content cannot be had at all
     */
    public static LocationFile read(String name, InputStream content, Destination destination, Clock clock) throws IOException {
        var findings = new Findings(name);
        var node = NodeReader.read(content, Format.of(name), findings);
        var root = node.object().map(fields -> read(fields, title(name), destination, clock));
        findings.throwMistakes();
        return root.orElseThrow();
    }

    /** Writes what {@link #read} reads back as the same; days and times are absolute, and what is usual is left out. */
    public void write(OutputStream out, Format format) {
        new LocationFileWriter(this).write(out, format);
    }

    private static LocationFile read(Fields root, String title, Destination destination, Clock clock) {
        var location = LocationPart.read(root.object("location"), title, destination);
        var today = LocalDate.now(clock.withZone(location.zone()));
        var rules = LocationPart.readRules(root.object("rules"), today);
        var resources = ResourcesPart.read(root);
        var services = ServicesPart.read(root, resources, location.currency());
        var team = TeamPart.read(root, services, location.currency(), today);
        var forms = FormsPart.read(root, location, new StepsPart(services, team, today), destination);
        var privacyPolicy = root.find("privacyPolicy").flatMap(Node::text).map(Html::new).map(PrivacyPolicy::new);
        var times = new FileTimes(location.zone(), today);
        var held = new HeldTime();
        var events = EventsPart.read(root, services, team, resources, times, held);
        var appointments = AppointmentsPart.read(root, services, team, resources, events, times, held);
        root.find("note");
        root.end();
        return new LocationFile(new LocationSetup(location, rules, services.categories(), resources.resources(), services.services(),
                team.people(), forms, privacyPolicy), events.events(), appointments, root.findings().notes());
    }

    private static String title(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var title = EXTENSION.matcher(base).replaceFirst("");
        return title.isBlank() ? "Location" : title;
    }
}

package bookform.backend.setup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The days and moments of appointments and events in a file. */
record FileTimes(ZoneId zone, LocalDate today) {
    /** The day that times of the day are on; a start that is an instant needs none. */
    LocalDate day(Fields fields) {
        var day = fields.find("date", "day");
        var instant = fields.find("start").filter(node -> node.kind() == Node.Kind.TEXT).flatMap(Node::text).flatMap(TimeText::instant);
        if (day.isEmpty() && instant.isEmpty()) fields.wrong("date is missing");
        return day.flatMap(node -> node.text().flatMap(text -> {
            var date = TimeText.day(text, today);
            if (date.isEmpty()) node.wrong(node.quoted() + " is not a day; say 2026-12-24, or days from today such as 0 or 3");
            return date;
        })).or(() -> instant.map(start -> LocalDate.ofInstant(start, zone))).orElse(today);
    }

    /** Minutes after midnight, a time of the day, or an instant. */
    Optional<Instant> moment(Node node, LocalDate day) {
        if (node.kind() == Node.Kind.NUMBER) {
            return node.whole(0, 24 * 60, " minutes after midnight")
                    .map(minutes -> day.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant());
        }
        return node.text().flatMap(text -> {
            var moment = TimeText.time(text).map(time -> day.atTime(time).atZone(zone).toInstant()).or(() -> TimeText.instant(text));
            if (moment.isEmpty()) node.wrong(node.quoted() + " is not a time; say 09:30, or minutes after midnight");
            return moment;
        });
    }

    /** The time of the day, or the instant where that would be read as another one: past midnight, or when clocks are put back. */
    String written(Instant moment, LocalDate date) {
        var time = moment.atZone(zone).toLocalTime().withNano(0);
        return date.atTime(time).atZone(zone).toInstant().equals(moment) ? time.toString() : moment.toString();
    }
}

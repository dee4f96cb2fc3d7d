package bookform.widget;

import bookform.booking.BookingForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of Altegio's widget as one of ours (altegio-api.md §11.2): {@code /company/42/personal/select-time?o=m7s501d3015011000}
 * is {@code /forms/77/time?service=501&teamMember=7&start=…}. What cannot be read counts as not chosen.
 */
final class AltegioAddress {
    private static final Pattern HOST = Pattern.compile("[wnb]([0-9]{1,18})\\..+");
    private static final Pattern CHOICE = Pattern.compile("\\Gm(?<teamMember>-?[0-9]{1,18})|\\Gs(?<service>[0-9]{1,18})"
            + "|\\Gd(?<year>[0-9]{2})(?<day>[0-9]{2})(?<month>[0-9]{2})(?:(?<hour>[0-9]{2})(?<minute>[0-9]{2}))?"
            + "|\\Gact(?<events>[0-9]{4}-[0-9]{2}-[0-9]{2})");

    private AltegioAddress() {}

    /** The form in a host's name: 77 in {@code n77.example.com}. */
    static Optional<Long> form(String host) {
        var matcher = HOST.matcher(String.valueOf(host));
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /**
     * @param form as it is at the location that the address names
     * @param path what follows {@code /company/{location}/}
     * @param choices the parameter {@code o}; null for none
     * @param zone of the location: times in {@code o} are its own
     */
    static String ours(BookingForm form, String path, String choices, ZoneId zone) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        place(form).ifPresent(query::add);
        var matcher = CHOICE.matcher(choices == null ? "" : choices);
        while (matcher.find()) choice(matcher, zone).ifPresent(query::add);
        return "/forms/" + form.id() + (path.startsWith("activity/") ? "/events" : page(path)) + query;
    }

    /** What tells a form of a chain where it is. */
    static Optional<String> place(BookingForm form) {
        return form.chain().map(chain -> "location=" + form.location());
    }

    private static String page(String path) {
        return switch (path.replaceFirst("^(personal|create-record)/", "").replaceFirst("/.*", "")) {
            case "select-services" -> "/services";
            case "select-master" -> "/team-member";
            case "select-time" -> "/time";
            case "record", "order-confirmation" -> "/details";
            default -> "";
        };
    }

    private static Optional<String> choice(Matcher matcher, ZoneId zone) {
        if (matcher.group("teamMember") != null)
            return Optional.of("teamMember=" + (matcher.group("teamMember").startsWith("-") ? "any" : matcher.group("teamMember")));
        if (matcher.group("service") != null) return Optional.of("service=" + matcher.group("service"));
        if (matcher.group("events") != null) return Optional.of("date=" + matcher.group("events"));
        return matcher.group("year") == null ? Optional.empty() : day(matcher, zone);
    }

    /** The day stands before the month, and a time of zero digits is a day alone. */
    private static Optional<String> day(Matcher matcher, ZoneId zone) {
        try {
            var date = LocalDate.of(2000 + number(matcher, "year"), number(matcher, "month"), number(matcher, "day"));
            if (matcher.group("hour") == null) return Optional.of("date=" + date);
            var start = LocalDateTime.of(date, LocalTime.of(number(matcher, "hour"), number(matcher, "minute")));
            return Optional.of("start=" + URLEncoder.encode(start.atZone(zone).toInstant().toString(), StandardCharsets.UTF_8));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}

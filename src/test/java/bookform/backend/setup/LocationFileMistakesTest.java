package bookform.backend.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake is told with its line and field, all of them at once. */
class LocationFileMistakesTest {
    private static final String CLASSES = """
            services:
            - {id: 1, category: 1, title: Haircut, duration: 30}
            - {id: 2, category: 1, title: Yoga, duration: 60, capacity: 9}
            teamMembers:
            - {id: 1, name: Anna}
            - {id: 2, name: Boris, services: [1]}
            """;

    private static final String SETUP = """
            services:
            - {id: 1, category: 1, title: Haircut, duration: 30}
            teamMembers:
            - {id: 1, name: Anna, hours: {mon-sun: 09:00-18:00}}
            """;

    /** One line after the set-up, which has four. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "location: {zone: Europe/Vilnus}       | location.zone: \"Europe/Vilnus\" is not a known zone; did you mean Europe/Vilnius?",
            "location: {currency: EURO}            | location.currency: \"EURO\" is not a known currency; did you mean EUR?",
            "location: {country: XX}               | location.country: \"XX\" is not a known country",
            "location: {latitude: 91, longitude: 0} | location.latitude: 91 is too large; say -90 to 90",
            "location: {latitude: 54.7}            | location: longitude is missing",
            "location: {email: maybe}              | location.email: \"maybe\" is not known; say one of hidden, optional, required",
            "location: {cancelUntil: -1}           | location.cancelUntil: -1 is too small; say 0 to 10000 hours, or false",
            "location: {anyTeamMember: often}      | location.anyTeamMember: must be true or false, not text",
            "location: {chain: {id: 5}}            | location.chain: title is missing",
            "location: {title: [a]}                | location.title: must be text, not a list",
            "location: {id: 1.5}                   | location.id: 1.5 is not a whole number",
            "location: {id: .inf}                  | location.id: .inf is not a plain number",
            "location: {name: One, title: Two}     | location.name: says the same as title; keep one of them",
            "location: {logo: javascript:alert(1)} | location.logo: must begin with https:// or / and hold no spaces",
            "location: none                        | location: must be an object, not text",
            "rules: {step: 0}                      | rules.step: 0 is too short; say 5 to 1440 minutes",
            "rules: {horizonDays: 1000}            | rules.horizonDays: 1000 is too large; say 1 to 730",
            "adress: here                          | adress: unknown",
            "catgories: []                         | catgories: unknown; did you mean categories?",
            "hours: {mon: 10:00-09:00}             | hours.mon: 10:00-09:00 ends before it begins",
            "hours: {mon: always} | "
                    + "hours.mon: \"always\" is not working hours; say \"09:00-13:00, 14:00-18:00\", 24:00 at the latest, or off",
            "hours: {mon: 09:00-24:01} | "
                    + "hours.mon: \"09:00-24:01\" is not working hours; say \"09:00-13:00, 14:00-18:00\", 24:00 at the latest, or off",
            "hours: {mon: '09:00-13:00, 12:00-18:00'} | hours.mon: 12:00-18:00 begins before 13:00, when the stretch before it ends",
            "hours: {monday: off} | "
                    + "hours.monday: is not a weekday; say mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri",
            "hours: {mon-fri: off, wed: off}       | hours.wed: wed is there already",
            "rules: {slots: {kind: random}} | rules.slots.kind: \"random\" is not known; say one of schedule, dynamic, predefined",
            "rules: {slots: {first: 18:00, last: 09:00}} | rules.slots: last is before first",
            "rules: {slots: {kind: predefined}}    | rules.slots: starts is missing",
            "rules: {slots: {kind: dynamic, starts: 10:00}} | rules.slots: has starts, which only kind predefined takes",
            "rules: {slots: '10:00, 9:00'}         | rules.slots: 09:00 does not come after 10:00",
            "rules: {slots: early}                 | rules.slots: \"early\" is not a time; say \"09:00, 10:30\"",
            "rules: {slots: {last: 24:00}}         | rules.slots.last: \"24:00\" is not a time; say 09:30, or off",
            "rules: {slots: {weekdays: {sat-sun: {step: 30}, sun: off}}} | rules.slots.weekdays.sun: sun is there already",
            "rules: {slots: {days: {someday: off}}} | rules.slots.days.someday: "
                    + "is not a day; say 2026-12-24, +3 for three days from today, or a range such as 2026-12-24..2026-12-26",
            "rules: {slots: {stop: 5}}             | rules.slots.stop: unknown; did you mean step?",
            "resources: [{id: 1, title: Room, instances: []}] | resources[0]: has no instances",
            "resources: [{id: 1, title: Room}]     | resources[0]: instances is missing",
            "resources: [{id: 1, title: Room, instances: [{id: 1, title: A}, {id: 1, title: B}]}] | "
                    + "resources[0].instances[1].id: there is a resource instance 1 already, in line 5",
            "forms: [{id: 1, language: klingon}]   | forms[0].language: \"klingon\" is not a language; say a code such as en or lt",
            "forms: [{id: 1, languages: [lt]}]     | forms[0].languages: must contain the form's own language, en",
            "forms: [{id: 1, caption: name}]       | forms[0].caption: \"name\" is not known; say one of specialization, position",
            "forms: [{id: 1, style: {accent: reddish}}] | "
                    + "forms[0].style.accent: \"reddish\" is not a colour; say one such as \"#0e665a\" or deep-purple",
            "forms: [{id: 1, style: {background: '#12345'}}] | "
                    + "forms[0].style.background: \"#12345\" is not a colour; say one such as \"#0e665a\" or deep-purple",
            "forms: [{id: 1, style: {accent: }}]    | forms[0].style.accent: is empty; put quotes around what begins with #",
            "forms: [{id: 1, style: {radius: 25}}]  | forms[0].style.radius: 25 is too large; say 0 to 24 pixels",
            "forms: [{id: 1, style: {logo: l.png}}] | forms[0].style.logo: must begin with https:// or / and hold no spaces",
            "forms: [{id: 1, style: {theme: dim}}]  | forms[0].style.theme: \"dim\" is not known; say one of auto, light, dark",
            "forms: [{id: 1, style: {acent: red}}]  | forms[0].style.acent: unknown; did you mean accent?",
            "forms: [{id: 1, tracking: {google: me}}] | forms[0].tracking.google: \"me\" is not an id; it looks like G-AB12CD34",
            "forms: [{id: 1, tracking: {meta: me}}] | forms[0].tracking.meta: \"me\" is not an id; it looks like 123456789",
            "forms: [{id: 1, steps: [service, time]}] | "
                    + "forms[0].steps: teamMember is missing; to pass over a step, give it a preset and hide it",
            "forms: [{id: 1, steps: [service, service, teamMember, time]}] | forms[0].steps[1]: service is there already",
            "forms: [{id: 1, steps: [details, service, teamMember, time]}] | "
                    + "forms[0].steps[1]: stands after the details, which are always last",
            "forms: [{id: 1, steps: [service, teamMember, time, shoes]}] | "
                    + "forms[0].steps[3]: \"shoes\" is not a step; say one of location, service, teamMember, time, details",
            "forms: [{id: 1, chain: true}] | forms[0]: chain needs a location that belongs to one; say location: {chain: {id: 1}}",
            "forms: [{id: 1, steps: [location, service, teamMember, time]}] | forms[0].steps[0]: is only for forms with chain: true",
            "forms: [{id: 1, steps: [{step: service, hidden: true}, teamMember, time]}] | forms[0].steps[0]: a hidden step needs a preset",
            "forms: [{id: 1, steps: [{step: service, preset: 9}, teamMember, time]}] | forms[0].steps[0].preset: there is no service 9",
            "forms: [{id: 1, steps: [service, teamMember, {step: time, dateHidden: true}]}] | forms[0].steps[2]: dateHidden needs a date",
            "forms: [{id: 1}, {id: 1}]             | forms[1].id: there is a form 1 already, in line 5",
            "appointments: [{service: 1, day: 0, start: 600, client: 1}] | appointments[0]: teamMember is missing",
            "appointments: [{teamMember: 7, service: 1, day: 0, start: 600, client: 1}] | "
                    + "appointments[0].teamMember: there is no team member 7",
            "appointments: [{teamMember: 1, service: 7, day: 0, start: 600, client: 1}] | appointments[0].service: there is no service 7",
            "appointments: [{teamMember: 1, service: 1, start: 600, client: 1}] | appointments[0]: date is missing",
            "appointments: [{teamMember: 1, day: 0, start: 600, client: 1}] | appointments[0]: service is missing",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: '+1000000000-12-31T23:59:59Z', client: 1}] | "
                    + "appointments[0].start: \"+1000000000-12-31T23:59:59Z\" is not a time; say 09:30, or minutes after midnight",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: noon, client: 1}] | "
                    + "appointments[0].start: \"noon\" is not a time; say 09:30, or minutes after midnight",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, end: 600, client: 1}] | appointments[0]: ends before it begins",
            "appointments: [{teamMember: 1, service: 1, date: 2026-02-30, start: 600, client: 1}] | "
                    + "appointments[0].date: \"2026-02-30\" is not a day; say 2026-12-24, or days from today such as 0 or 3",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, client: 1, resourceInstances: [5]}] | "
                    + "appointments[0].resourceInstances[0]: there is no resource instance 5",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, technicalBreak: 10, client: 1}, "
                    + "{teamMember: 1, service: 1, day: 0, start: 635, client: 2}] | appointments[1]: overlaps the appointment in line 5",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, client: {name: Ada, phone: 612}}] | "
                    + "appointments[0].client.phone: is not a phone number with its country code, such as +37061234567",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, client: {phone: +37061234567}}] | "
                    + "appointments[0].client: name is missing",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, client: 1, status: late}] | "
                    + "appointments[0].status: \"late\" is not known; say one of waiting, confirmed, arrived, noShow, cancelled",
            "appointments: [{teamMember: 1, service: 1, day: 0, start: 600, client: 1}, "
                    + "{teamMember: 1, service: 1, day: 0, start: 615, client: 2}] | appointments[1]: overlaps the appointment in line 5",
    })
    void tellsWhatIsWrong(String line, String mistake) {
        assertEquals(List.of("salon.yaml:5: " + mistake), LocationFiles.mistakes("salon.yaml", SETUP + line + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "category: 1, title: Cut, duration: 30                           | : id is missing",
            "id: 1, category: 1, title: Cut                                  | : duration is missing",
            "id: 1, category: 1, duration: 30                                | : title is missing",
            "id: 1, title: Cut, duration: 30                                 | : category is missing",
            "id: 1, category: 1, title: '', duration: 30                     | .title: must not be empty",
            "id: 1, category: 1, title: Cut, duration: 0                     | .duration: 0 is too short; say 5 to 1440 minutes",
            "id: 1, category: 1, title: Cut, duration: 1441                  | .duration: 1441 is too long; say 5 to 1440 minutes",
            "id: 1, category: 1, title: Cut, duration: 22.5                  | .duration: 22.5 is not a whole number",
            "id: 1, category: 1, title: Cut, duration: an hour               | .duration: must be a number, not text",
            "id: 1, category: 1, title: Cut, durration: 30, duration: 30     | .durration: unknown; did you mean duration?",
            "id: 1, category: 1, title: Cut, duration: 30, price: -5         | .price: -5 is too small; say 0 to 1000000000",
            "id: 1, category: 1, title: Cut, duration: 30, price: 1.234      | .price: 1.234 has more decimals than EUR (2)",
            "id: 1, category: 1, title: Cut, duration: 30, price: {min: 9, max: 5} | .price: min is more than max",
            "id: 1, category: 1, title: Cut, duration: 30, price: {from: 9, max: 50} | .price: min is missing",
            "id: 1, category: 1, title: Cut, duration: 30, technicalBreak: 61 | .technicalBreak: 61 is too long; say 0 to 60 minutes",
            "id: 1, category: 1, title: Cut, duration: 30, resources: [1]    | .resources[0]: there is no resource 1",
            "id: 1, category: 1, title: Cut, duration: 30, online: maybe     | .online: must be true or false, not text",
            "id: -1, category: 1, title: Cut, duration: 30                   | .id: -1 is too small; say 1 to 9007199254740991",
    })
    void tellsWhatIsWrongWithAService(String fields, String mistake) {
        var content = "teamMembers: [{id: 1, name: Anna, services: []}]\nservices:\n  - {" + fields + "}\n";
        assertEquals("salon.yaml:3: services[0]" + mistake, LocationFiles.mistakes("salon.yaml", content).getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "id: 2                                     | : name is missing",
            "id: 2, name: Boris, services: [1, 8]      | .services[1]: there is no service 8",
            "id: 2, name: Boris, services: [1, 1]      | .services[1]: service 1 is there already",
            "id: 2, name: Boris, services: [{service: 1, length: 5}] | .services[0].length: unknown",
            "id: 2, name: Boris, services: all         | .services: must be a list, not text",
            "id: 2, name: Boris, rating: {stars: 6, votes: 1} | .rating.stars: 6 is too large; say 1 to 5",
            "id: 2, name: Boris, days: {tomorrow: off} | "
                    + ".days.tomorrow: is not a day; say 2026-12-24, +3 for three days from today, or a range such as 2026-12-24..2026-12-26",
            "id: 2, name: Boris, days: {2026-12-24: off, +29: off} | .days.+29: 2026-12-24 is there already",
            "id: 2, name: Boris, days: {+9..+3: off}   | .days.+9..+3: ends before it begins",
            "id: 2, name: Boris, days: {+0..+999: off} | .days.+0..+999: is longer than a year",
    })
    void tellsWhatIsWrongWithATeamMember(String fields, String mistake) {
        var content = SETUP + "- {" + fields + "}\n";
        assertEquals(List.of("salon.yaml:5: teamMembers[1]" + mistake), LocationFiles.mistakes("salon.yaml", content));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "teamMember: 1, day: 0, start: 600                       | : service is missing",
            "service: 1, teamMember: 1, day: 0, start: 600           | .service: service 1 has no capacity: it is booked by appointment",
            "service: 7, teamMember: 1, day: 0, start: 600           | .service: there is no service 7",
            "service: 2, day: 0, start: 600                          | : teamMember is missing",
            "service: 2, teamMember: 2, day: 0, start: 600           | : team member 2 does not do service 2",
            "service: 2, teamMember: 1, start: 600                   | : date is missing",
            "service: 2, teamMember: 1, day: someday, start: 600 | "
                    + ".day: \"someday\" is not a day; say 2026-12-24, or days from today such as 0 or 3",
            "service: 2, teamMember: 1, day: 0                       | : start is missing",
            "service: 2, teamMember: 1, day: 0, start: noon | .start: \"noon\" is not a time; say 09:30, or minutes after midnight",
            "service: 2, teamMember: 1, day: 0, start: 600, end: 600 | : ends before it begins",
            "service: 2, teamMember: 1, day: 0, start: 600, capacity: 0 | .capacity: 0 is too small; say 1 to 10000 seats",
            "service: 2, teamMember: 1, day: 0, start: 600, weeks: 105  | .weeks: 105 is too large; say 1 to 104",
            "service: 2, teamMember: 1, day: 0, start: 600, seats: 3    | .seats: unknown",
            "service: 2, teamMember: 1, day: 0, start: 600, cancelled: 1 | .cancelled: must be true or false, not a number",
    })
    void tellsWhatIsWrongWithAnEvent(String fields, String mistake) {
        assertEquals(List.of("salon.yaml:7: events[0]" + mistake),
                LocationFiles.mistakes("salon.yaml", CLASSES + "events: [{" + fields + "}]\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "events: [{service: 2, teamMember: 1, day: 0, start: 600}, {service: 2, teamMember: 1, day: 0, start: 630}] | "
                    + "events[1]: overlaps the event in line 7",
            "events: [{service: 2, teamMember: 1, day: 0, start: 600, reference: a}, "
                    + "{service: 2, teamMember: 1, day: 0, start: 900, reference: a}] | "
                    + "events[1]: has the same reference as the one in line 7: a",
            "appointments: [{event: a, client: 1}] | appointments[0].event: there is no event \"a\"",
    })
    void tellsWhatIsWrongAmongEvents(String line, String mistake) {
        assertEquals(List.of("salon.yaml:7: " + mistake), LocationFiles.mistakes("salon.yaml", CLASSES + line + "\n"));
    }

    @Test
    void tellsAnAppointmentOverAnEvent() {
        assertEquals(List.of("salon.yaml:8: appointments[0]: overlaps the event in line 7"), LocationFiles.mistakes("salon.yaml", CLASSES
                + "events: [{service: 2, teamMember: 1, day: 0, start: 600, reference: a}]\n"
                + "appointments: [{teamMember: 1, service: 1, day: 0, start: 615, client: 1}, {event: a, client: 2}]\n"));
    }

    @Test
    void tellsAnIdThatIsThereTwice() {
        assertEquals(List.of("salon.yaml:5: teamMembers[1].id: there is a team member 1 already, in line 4"),
                LocationFiles.mistakes("salon.yaml", SETUP + "- {id: 1, name: Boris}\n"));
    }

    @Test
    void tellsACategoryThatIsNotThere() {
        assertEquals(List.of("salon.yaml:2: services[0].category: there is no category 1"),
                LocationFiles.mistakes("salon.yaml", SETUP + "categories: [{id: 2, title: Nails}]\n"));
    }

    @Test
    void tellsTheSameOfJson() {
        assertEquals(List.of(
                "salon.json:4: services[0].duration: 0 is too short; say 5 to 1440 minutes",
                "salon.json:5: services[0].duration: is there already, in line 4",
                "salon.json:8: teamMembers[0].services[1]: there is no service 2",
                "salon.json:9: teamMembers[0].hour: unknown; did you mean hours?"), LocationFiles.mistakes("salon.json", """
                {
                  "services": [
                    {"id": 1, "category": 1, "title": "Haircut",
                      "duration": 0,
                      "duration": 30}
                  ],
                  "teamMembers": [
                    {"id": 1, "name": "Anna", "services": [1, 2],
                      "hour": {}}
                  ]
                }
                """));
    }

    @Test
    void tellsTwentyAndCountsTheRest() {
        var content = new StringBuilder(SETUP);
        for (int line = 0; line < 25; line++) content.append("key").append(line).append(": 1\n");
        var refused = assertThrows(LocationFileException.class, () -> LocationFiles.read("salon.yaml", content.toString()));
        assertEquals(20, refused.mistakes().size());
        assertEquals(5, refused.untold());
        assertTrue(refused.getMessage().endsWith("\n… and 5 more"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a.json | {                  | a.json:1: Unexpected end-of-input: expected close marker for Object",
            "a.json | {\"note\": 1,}     | a.json:1: Unexpected character ('}' (code 125)): was expecting double-quote to start property name",
            "a.json | []                 | a.json:1: must be an object, not a list",
            "a.json | {} {}              | a.json:1: a second document begins; one file is one location",
            "a.json | ''                 | a.json:1: is empty",
            "a.yaml | note: [1           | a.yaml:1: expected ',' or ']', but got <stream end>",
            "a.yaml | {note: &x 1, b: *x} | a.yaml:1: *x refers to another place; write the value out",
            "a.yaml | ''                 | a.yaml:1: is empty",
    })
    void tellsWhatCannotBeRead(String name, String content, String mistake) {
        assertEquals(List.of(mistake), LocationFiles.mistakes(name, content));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() throws Exception {
        var deep = "[".repeat(51) + "]".repeat(51);
        for (var name : List.of("a.json", "a.yaml")) {
            assertEquals(List.of(name + ":1: is nested deeper than 50"), LocationFiles.mistakes(name, deep));
        }
        var endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        var refused = assertThrows(LocationFileException.class,
                () -> LocationFile.read("a.json", endless, Destination.EMPTY, LocationFiles.CLOCK));
        assertEquals("a.json:1: is larger than 64 MB", refused.getMessage());
    }

    /** As Windows saves a file: told by the line, not by the parser's class and count of bytes. */
    @Test
    void anotherEncodingIsSaidWithItsLine() {
        for (var name : List.of("a.yaml", "a.json")) {
            var bytes = "{\n\"location\":\n{\"title\": \"Café\"}}".getBytes(StandardCharsets.ISO_8859_1);
            var refused = assertThrows(LocationFileException.class, () -> LocationFiles.read(name, bytes));
            assertEquals(name + ":3: is not UTF-8; save the file in that encoding", refused.getMessage());
        }
    }
}

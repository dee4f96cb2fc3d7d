package bookform;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may import whom. Change the map on purpose, never by accident. {@code bookform} itself sees every package. */
class PackageRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/bookform");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([a-z][\\w.]*?)\\.[A-Z]", Pattern.MULTILINE);

    /** A package may use itself, the packages named here, the JDK, and the libraries named here. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("telemetry", Set.of()),
            entry("transfer", Set.of()),
            entry("phones", Set.of("com.google.i18n")),
            entry("operations",
                    Set.of("backend", "booking", "telemetry", "web", "io.javalin", "org.eclipse.jetty", "com.sun.net.httpserver")),
            entry("booking", Set.of()),
            entry("web",
                    Set.of("booking", "templates", "transfer", "io.javalin", "gg.jte", "org.slf4j", "org.owasp",
                            "com.github.benmanes")),
            entry("calendar", Set.of("booking", "web")),
            entry("appointment", Set.of("booking", "web", "calendar", "templates", "io.javalin", "gg.jte", "org.slf4j")),
            entry("wizard",
                    Set.of("booking", "phones", "web", "calendar", "appointment", "templates", "io.javalin", "gg.jte",
                            "com.github.benmanes")),
            entry("cabinet",
                    Set.of("booking", "phones", "web", "calendar", "appointment", "templates", "io.javalin", "gg.jte", "org.slf4j",
                            "tools.jackson")),
            entry("review", Set.of("booking", "web", "templates", "io.javalin", "gg.jte")),
            entry("widget", Set.of("booking", "web", "templates", "io.javalin", "gg.jte")),
            entry("altegio",
                    Set.of("booking", "phones", "telemetry", "tools.jackson", "com.fasterxml.jackson", "com.github.benmanes",
                            "org.slf4j")),
            entry("backend",
                    Set.of("booking", "altegio", "telemetry", "transfer", "io.javalin", "org.slf4j", "com.github.benmanes", "tools.jackson",
                            "org.snakeyaml", "org.sqlite", "com.zaxxer.hikari", "com.google.i18n", "org.bouncycastle", "jakarta.mail")),
            entry("demo", Set.of("backend", "web", "templates", "io.javalin", "tools.jackson")));

    @Test
    void packagesOnlyUseWhatTheyMay() throws IOException {
        assertEquals(Map.of(), breaches(SOURCES));
    }

    @Test
    void everyPackageHasItsRule() throws IOException {
        try (var folders = Files.list(SOURCES)) {
            assertEquals(List.of(), folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .filter(name -> !MAY_USE.containsKey(name)).toList());
        }
    }

    /** The control: a breach is found. */
    @Test
    void findsAnImportThatIsNotAllowed() {
        assertEquals(Set.of("bookform.web"),
                forbidden("booking", "package bookform.booking;\nimport bookform.web.Pages;\nimport java.time.Instant;\n"));
        assertEquals(Set.of("org.sqlite"), forbidden("wizard", "import org.sqlite.JDBC;"));
    }

    /** Raw HTML reaches a page through {@code SafeHtml} alone. */
    @Test
    void noTemplatePrintsUnescaped() throws IOException {
        try (var templates = Files.walk(Path.of("templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList())
                assertFalse(Files.readString(template).contains("$unsafe"), template.toString());
        }
    }

    private static Map<String, Set<String>> breaches(Path sources) throws IOException {
        var breaches = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var inside = sources.relativize(file);
                if (inside.getNameCount() == 1) continue;
                var found = forbidden(inside.getName(0).toString(), Files.readString(file));
                if (!found.isEmpty()) breaches.put(inside.toString(), found);
            }
        }
        return breaches;
    }

    private static Set<String> forbidden(String own, String source) {
        return IMPORT.matcher(source).results().map(match -> match.group(1))
                .filter(used -> !used.startsWith("java.") && !used.startsWith("javax.crypto") && !used.startsWith("javax.sql")
                        && !used.startsWith("javax.net.ssl"))
                .filter(used -> !(used + ".").startsWith("bookform." + own + "."))
                .filter(used -> MAY_USE.get(own).stream()
                        .noneMatch(allowed -> (used + ".").startsWith((allowed.contains(".") ? "" : "bookform.") + allowed + ".")))
                .collect(java.util.stream.Collectors.toSet());
    }
}

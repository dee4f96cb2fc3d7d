import bookform.web.Asset;
import bookform.web.Assets;
import bookform.widget.Widget;
import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Part of the build: scripts with short names and no spaces, then every static file compressed with gzip and Brotli. Each result is named by the
 * hash of what it was made from, so nothing stale is ever sent, and what is there is not made again; but what sites load, which is put together here
 * every time, keeps its name.
 */
final class Shrink {
    private static final Encoder.Parameters SMALLEST = Encoder.Parameters.create(11, 22, Encoder.Mode.TEXT);

    /** @param arguments the folder of compiled classes */
    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var shrunk = Files.createDirectories(classes.resolve("shrunk"));
        try (var scripts = Files.newDirectoryStream(classes.resolve("static"), "*.js")) {
            for (var script : scripts) minify(script, shrunk);
        }
        try (var styles = Files.newDirectoryStream(classes.resolve("static"), "*.css")) {
            for (var style : styles) squeeze(style, shrunk);
        }
        var brotli = Brotli4jLoader.isAvailable();
        if (!brotli) System.err.println("No Brotli for this machine: static files are sent with gzip");
        for (var script : Widget.scripts()) Files.write(shrunk.resolve(script.name()), script.plain());
        for (var asset : Stream.concat(new Assets().all().stream(), Widget.scripts().stream()).toList()) compress(asset, shrunk, brotli);
    }

    private static void minify(Path script, Path folder) throws IOException {
        var source = Files.readString(script);
        var target = folder.resolve(Asset.hash(source) + ".js");
        if (!Files.exists(target)) Files.writeString(target, minified(script.getFileName().toString(), source));
    }

    private static void squeeze(Path style, Path folder) throws IOException {
        var target = folder.resolve(Asset.hash(Files.readString(style)) + ".css");
        if (!Files.exists(target)) Files.writeString(target, Asset.style(style.getFileName().toString()));
    }

    private static String minified(String name, String source) {
        var options = new CompilerOptions();
        CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
        options.setLanguage(LanguageMode.ECMASCRIPT_NEXT);
        options.setEmitUseStrict(false);
        options.setLineLengthThreshold(Integer.MAX_VALUE);
        var compiler = new Compiler(System.err);
        compiler.disableThreads();
        if (!compiler.compile(List.of(), List.of(SourceFile.fromCode(name, source)), options).success)
            throw new IllegalStateException(name + " cannot be read");
        return compiler.toSource().strip();
    }

    private static void compress(Asset asset, Path folder, boolean brotli) throws IOException {
        if (asset.name().endsWith(".png")) return; // small as it is
        var gzipped = folder.resolve(asset.hash() + ".gz");
        if (!Files.exists(gzipped)) Files.write(gzipped, asset.gzipped());
        var smallest = folder.resolve(asset.hash() + ".br");
        if (brotli && !Files.exists(smallest)) Files.write(smallest, Encoder.compress(asset.plain(), SMALLEST));
    }
}

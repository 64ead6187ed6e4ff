package dev.onoma.cli.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A module of its own for a provider, which builds and passes its contract as it is. */
@Command(
        name = "new",
        description = "Makes a module for a provider: mapping table, preset, one fixture, contract test.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "the provider's name in identities and user ids, such as acme")
    private String name = "";

    @Option(
            names = "--subject",
            paramLabel = "CLAIM",
            defaultValue = "id",
            description = "the claim with the stable id; default: id")
    private String subject = "id";

    @Option(names = "--package", paramLabel = "P", description = "the Java package; default: com.example.NAME")
    private Optional<String> javaPackage = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "the module's directory, empty or not there yet; default: onoma-provider-NAME")
    private Optional<String> output = Optional.empty();

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ModuleNames names = ModuleNames.of(name, subject, javaPackage);
        Path directory = directory(output.orElse(names.artifact()));
        Map<Path, String> files = new ModuleTemplate(names).files();
        write(directory, files);
        terminal.print(JsonObject.builder()
                .put("outcome", "created")
                .put("directory", directory.toString())
                .put(
                        "files",
                        JsonValue.from(files.keySet().stream()
                                .map(file -> file.toString().replace('\\', '/'))
                                .toList()))
                .build()
                .toJson());
        return ExitStatus.FINE;
    }

    private static Path directory(String text) {
        try {
            Path directory = Path.of(text);
            if (Files.exists(directory) && !isEmptyDirectory(directory)) {
                throw new WrongCallException("there is something at " + text + " already: nothing was written");
            }
            return directory;
        } catch (InvalidPathException | IOException unusable) {
            throw new WrongCallException("cannot use the directory " + text);
        }
    }

    private static boolean isEmptyDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void write(Path directory, Map<Path, String> files) {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            try {
                Files.createDirectories(requireNonNull(path.getParent(), "parent"));
                Files.writeString(path, file.getValue());
            } catch (IOException unwritable) {
                throw new WrongCallException("cannot write " + path);
            }
        }
    }
}

package dev.onoma.cli.map;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.output.PrettyFixture;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.fixture.Difference;
import dev.onoma.testkit.fixture.Fixture;
import dev.onoma.testkit.fixture.FixtureRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs fixtures as tests, one line each. */
final class FixtureCheck {
    private final Terminal terminal;
    private final boolean explain;
    private final boolean pretty;

    FixtureCheck(Terminal terminal, boolean explain, boolean pretty) {
        this.terminal = terminal;
        this.explain = explain;
        this.pretty = pretty;
    }

    /**
     * Runs them all, after all of them were read.
     *
     * @param files files, or folders of them
     * @param evidence what a fixture's {@code document} is
     * @return the exit status
     * @throws WrongCallException when one is no fixture
     */
    int run(Supplier<Connection.Builder> preset, List<String> files, Evidence evidence) {
        Map<String, Fixture> fixtures = new LinkedHashMap<>();
        files.stream().flatMap(file -> inFolder(file).stream()).forEach(file -> fixtures.put(file, read(file, preset)));
        boolean failed = false;
        for (Map.Entry<String, Fixture> fixture : fixtures.entrySet()) {
            FixtureRun run = fixture.getValue().run(preset.get(), evidence);
            failed |= !run.differences().isEmpty();
            JsonObject result = result(fixture.getKey(), run);
            terminal.print(pretty ? PrettyFixture.of(result) : result.toJson());
        }
        return failed ? ExitStatus.REFUSED : ExitStatus.FINE;
    }

    private static List<String> inFolder(String file) {
        if (!isFolder(file)) {
            return List.of(file);
        }
        try (Stream<Path> entries = Files.list(Path.of(file))) {
            List<String> found = entries.map(Path::toString)
                    .filter(entry -> entry.endsWith(".json"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new WrongCallException("there is no fixture in the folder " + file);
            }
            return found;
        } catch (IOException unreadable) {
            throw new WrongCallException("cannot read the folder " + file);
        }
    }

    private static boolean isFolder(String file) {
        try {
            return Files.isDirectory(Path.of(file));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private Fixture read(String file, Supplier<Connection.Builder> preset) {
        try {
            Fixture fixture = Fixture.parse(file, new String(terminal.read(file), StandardCharsets.UTF_8));
            // Settings that no connection can have make it as unreadable as a misspelled member does.
            fixture.connection(preset.get());
            return fixture;
        } catch (IllegalArgumentException wrong) {
            String message = String.valueOf(wrong.getMessage());
            throw new WrongCallException(message.startsWith("fixture ") ? message : "fixture " + file + ": " + message);
        }
    }

    private JsonObject result(String file, FixtureRun run) {
        JsonObject.Builder result = JsonObject.builder()
                .put("fixture", file)
                .put("outcome", run.differences().isEmpty() ? "passed" : "failed");
        if (!run.differences().isEmpty()) {
            List<JsonValue> differences = new ArrayList<>();
            run.differences().forEach(difference -> differences.add(json(difference)));
            result.put("differences", new JsonArray(differences));
        }
        if (explain) {
            run.explanation().ifPresent(explanation -> result.put("explanation", explanation.toJson()));
        }
        return result.build();
    }

    private static JsonObject json(Difference difference) {
        JsonObject.Builder json = JsonObject.builder().put("path", difference.path());
        difference.expected().ifPresent(text -> json.put("expected", text));
        difference.actual().ifPresent(text -> json.put("actual", text));
        return json.build();
    }
}

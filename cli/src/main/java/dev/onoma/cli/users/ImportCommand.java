package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.FileProblem;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.output.Pretty;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.ConcurrentImportException;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.transfer.UserImport;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.password.HashLimits;
import dev.onoma.providers.database.password.PasswordHash;
import dev.onoma.providers.database.password.PasswordImport;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports users. */
@Command(
        name = "import",
        description = "Imports users from a JSON array or JSON lines; run again after a kill, it goes on.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends StoreCommand {
    @Parameters(paramLabel = "FILE", description = "the users")
    private String file = "";

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            required = true,
            description = "the database connection that they log in through")
    private String connection = "";

    @Option(names = "--upsert", description = "update users that are known; by default their rows fail")
    private boolean upsert;

    @Option(names = "--errors", paramLabel = "FILE", description = "where rows that fail are told, one a line")
    private Optional<String> errors = Optional.empty();

    private Path source = Path.of("");

    ImportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        source = path(file);
        // What is read twice has to say the same twice; a pipe does not.
        if (!Files.isRegularFile(source)) {
            throw new WrongCallException("cannot read the file " + file + ": "
                    + (Files.exists(source) ? "it is no regular file" : "there is none"));
        }
        if (errors.isPresent() && isSame(source, path(errors.get()))) {
            throw new WrongCallException("--errors must not be the file that is imported");
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException wrong) {
            throw new WrongCallException("no file can be called " + name);
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException unknown) {
            return false;
        }
    }

    @Override
    int carryOut(JdbcUserStore users) {
        try (ErrorsFile told = new ErrorsFile(errors.map(ImportCommand::path));
                ProgressBar bar = new ProgressBar(terminal(), Files.size(source))) {
            PasswordImport passwords = new PasswordImport(HashLimits.STANDARD);
            UserImport.Builder all = UserImport.into(database(), users)
                    .passwords(fields -> passwords.read(fields).map(PasswordHash::text))
                    .listener(new ImportReport(told, bar));
            ImportProgress done =
                    (upsert ? all.upsert() : all).build().run(() -> bar.counting(Files.newInputStream(source)));
            bar.clear();
            print(done);
            return done.failed() == 0 ? ExitStatus.FINE : ExitStatus.REFUSED;
        } catch (JsonException broken) {
            throw new WrongCallException(file + ": " + broken.message());
        } catch (ConcurrentImportException elsewhere) {
            throw new WrongCallException(elsewhere.message());
        } catch (IOException unreadable) {
            throw new WrongCallException("cannot read the file " + file + ": " + FileProblem.ofReading(unreadable));
        }
    }

    private Connection database() {
        try {
            return Database.connection(connection).build();
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException(String.valueOf(wrong.getMessage()));
        }
    }

    private void print(ImportProgress done) {
        JsonObject totals = JsonObject.builder()
                .put("total", done.rows())
                .put("inserted", done.inserted())
                .put("updated", done.updated())
                .put("failed", done.failed())
                .build();
        terminal().print(isPretty() ? Pretty.members(totals) : totals.toJson());
    }
}

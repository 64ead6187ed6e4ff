package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.core.transfer.UserExport;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports users. */
@Command(
        name = "export",
        description = "Writes all users as JSON lines or comma-separated values.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends StoreCommand {
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "ndjson", description = "ndjson (default) or csv")
    private String format = "ndjson";

    @Option(
            names = "--fields",
            paramLabel = "A,B",
            description = "fields, such as email,identities[0].connection,user_metadata.plan")
    private Optional<String> fields = Optional.empty();

    @Option(names = "-o", paramLabel = "FILE", description = "where to; default: standard output")
    private Optional<String> file = Optional.empty();

    ExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        if (!format.equals("ndjson") && !format.equals("csv")) {
            throw new WrongCallException("--format must be ndjson or csv");
        }
    }

    @Override
    int carryOut(JdbcUserStore users) {
        UserExport export = export(users);
        if (file.isPresent()) {
            toFile(export, file.get());
        } else {
            terminal().write(out -> write(export, out));
        }
        return ExitStatus.FINE;
    }

    private UserExport export(JdbcUserStore users) {
        UserExport all = UserExport.of(users);
        try {
            return fields.isPresent() ? all.fields(List.of(fields.get().split(",", -1))) : all;
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException("--fields: " + wrong.getMessage());
        }
    }

    private void write(UserExport export, OutputStream out) throws IOException {
        if (format.equals("csv")) {
            export.writeCsv(out);
        } else {
            export.writeJsonLines(out);
        }
    }

    /** Under another name first: half of the users must not look like all of them. */
    private void toFile(UserExport export, String name) {
        try {
            Path target = Path.of(name);
            boolean plain = !Files.exists(target) || Files.isRegularFile(target);
            Path written = plain ? target.resolveSibling(target.getFileName() + ".part") : target;
            try (OutputStream out = Files.newOutputStream(written)) {
                write(export, out);
            }
            if (plain) {
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException | InvalidPathException unwritable) {
            throw new WrongCallException("cannot write the file " + name + ": "
                    + unwritable.getClass().getSimpleName());
        }
    }
}

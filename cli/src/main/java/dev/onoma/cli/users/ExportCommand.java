package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.FileProblem;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.output.Pretty;
import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.transfer.UserExport;
import dev.onoma.core.user.UserJson;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
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
    @Option(names = "--format", paramLabel = "FORMAT", description = "ndjson (default) or csv")
    private Optional<String> format = Optional.empty();

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
        if (format.isPresent() && !List.of("ndjson", "csv").contains(format.get())) {
            throw new WrongCallException("--format must be ndjson or csv");
        }
        if (fields.isPresent() && Arrays.stream(fields.get().split(",", -1)).anyMatch(String::isBlank)) {
            throw new WrongCallException("--fields must be names of fields, with commas between them");
        }
        if (isPretty() && (format.isPresent() || fields.isPresent() || file.isPresent())) {
            throw new WrongCallException("--pretty prints tables, and takes neither --format nor --fields nor -o");
        }
    }

    @Override
    int carryOut(JdbcUserStore users) {
        if (isPretty()) {
            printTables(users);
            return ExitStatus.FINE;
        }
        UserExport export = export(users);
        if (file.isPresent()) {
            toFile(export, file.get());
        } else {
            terminal().write(out -> write(export, out));
        }
        return ExitStatus.FINE;
    }

    /** A table for each page: the widths of all users' columns would be known at the end alone. */
    private void printTables(JdbcUserStore users) {
        SearchRequest.Builder request =
                SearchRequest.builder().query(Query.EVERYONE).limit(SearchRequest.MOST_LIMIT);
        Optional<Cursor> next = Optional.empty();
        do {
            next.ifPresent(request::after);
            SearchPage page = users.search(request.build());
            terminal()
                    .print(Pretty.users(
                            page.users().stream().map(UserJson::write).toList()));
            next = page.next();
        } while (next.isPresent());
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
        if (format.equals(Optional.of("csv"))) {
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
            throw new WrongCallException("cannot write the file " + name + ": " + FileProblem.ofWriting(unwritable));
        }
    }
}

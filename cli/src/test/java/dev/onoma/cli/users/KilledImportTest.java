package dev.onoma.cli.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A process")
class KilledImportTest {
    /** Ten batches: it is killed in one of the first three. */
    private static final int ROWS = 10_000;

    /** Every so many rows one fails. */
    private static final int FAILING = 100;

    @TempDir
    Path folder;

    enum Engine {
        H2,
        POSTGRESQL;

        String newStore(Path folder) {
            return this == H2 ? TestStores.h2(folder) : TestStores.postgresql();
        }
    }

    private Path rows() throws IOException {
        Path file = folder.resolve("users.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ROWS; i++) {
                out.write(
                        i % FAILING == 0
                                ? "{\"user_id\":\"" + i + "\"}\n"
                                : "{\"user_id\":\"" + i + "\",\"username\":\"person" + i + "\"}\n");
            }
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T4: that is killed in the middle of an import, and run again, goes on: nobody twice, nobody lost")
    void killed(Engine engine) throws IOException, InterruptedException {
        String store = engine.newStore(folder);
        Path errors = folder.resolve("errors");
        String[] call = {
            "users",
            "import",
            rows().toString(),
            "--connection",
            "main",
            "--errors",
            errors.toString(),
            "--store",
            store
        };

        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            CommandProcess first = CommandProcess.start(folder, Map.of(), call);
            // A batch that was written leaves ten lines here, and the next one adds to them.
            while (first.isRunning() && (!Files.exists(errors) || Files.size(errors) < 2_000)) {
                Optional.ofNullable(watch.poll(1, TimeUnit.SECONDS)).ifPresent(WatchKey::reset);
            }
            assertThat(first.isRunning()).as("still importing").isTrue();
            first.kill();
        }
        Shown again = CommandProcess.start(folder, Map.of(), call).finished();

        int failed = ROWS / FAILING;
        assertThat(again.err()).isEmpty();
        assertThat(again.out())
                .isEqualTo("{\"total\":" + ROWS + ",\"inserted\":" + (ROWS - failed) + ",\"updated\":0,\"failed\":"
                        + failed + "}\n");
        List<String> lines = Files.readAllLines(errors);
        assertThat(lines).hasSize(failed).doesNotHaveDuplicates();
        assertThat(lines.get(failed - 1)).startsWith("{\"line\":" + (ROWS - FAILING + 1) + ",");
        Shown export = Shell.onoma("users", "export", "--fields", "user_id", "--store", store)
                .run();
        assertThat(export.lines()).hasSize(ROWS - failed).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("takes the password from the environment where the URL has none, and says when it is wrong")
    void password() throws IOException, InterruptedException {
        String file = TestStores.noH2(folder);
        Shell.onoma("users", "find", "--store", file + ";USER=sa;PASSWORD=open sesame")
                .run();
        String store = file + ";USER=sa";

        assertThat(CommandProcess.start(
                                folder,
                                Map.of("ONOMA_STORE_PASSWORD", "open sesame"),
                                "users",
                                "find",
                                "--store",
                                store)
                        .finished())
                .isEqualTo(new Shown(0, "", ""));
        assertThat(CommandProcess.start(folder, Map.of("ONOMA_STORE_PASSWORD", "x"), "users", "find", "--store", store)
                        .finished())
                .isEqualTo(new Shown(
                        2,
                        "",
                        "onoma: cannot open the store: the database does not let that user in with that password (give"
                                + " it in ONOMA_STORE_PASSWORD)\n"));
    }

    @Test
    @DisplayName("keeps its users in a file of the folder it runs in, where no store is named")
    void noStore() throws IOException, InterruptedException {
        assertThat(CommandProcess.start(folder, Map.of(), "users", "find").finished())
                .isEqualTo(new Shown(0, "", ""));
        assertThat(folder.resolve("users.mv.db")).exists();
    }
}

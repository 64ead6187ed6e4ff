package dev.onoma.benchmarks.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.transfer.ImportListener;
import dev.onoma.core.transfer.UserImport;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bulk import beside its floor: {@code COPY} of the same rows into the same tables with the same indexes, in the same
 * run. Run it with {@code -Xmx256m}; the number of users is the first argument, a million by default.
 */
public final class ImportBenchmark {
    private static final List<String> TABLES = List.of("onoma_users", "onoma_identities", "onoma_logins");

    private ImportBenchmark() {}

    /** Imports, copies, and prints both times. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int users = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("onoma-import");
        Path file = folder.resolve("users.jsonl");
        try (Postgres postgres = new Postgres("9GB")) {
            write(file, users);
            double imported = imported(file, postgres);
            double copied = copied(folder, postgres);
            System.out.printf(
                    Locale.ROOT,
                    "%,d users, %,d MiB of JSON lines%nimport  %8.1f s  %,9.0f users/s%nCOPY    %8.1f s%n"
                            + "ratio   %8.2f%nheap    %8d MiB at most (-Xmx %d MiB)%n",
                    users,
                    Files.size(file) >> 20,
                    imported,
                    users / imported,
                    copied,
                    imported / copied,
                    heapPeak() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            try (var left = Files.list(folder)) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static void write(Path file, int users) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            for (int i = 0; i < users; i++) {
                out.write("{\"user_id\":\"" + i + "\",\"email\":\"person" + i
                        + "@example.org\",\"email_verified\":true,"
                        + "\"given_name\":\"Given" + i % 5_000 + "\",\"family_name\":\"Family" + i % 70_000 + "\","
                        + "\"picture\":\"https://img.example.org/" + i + ".png\","
                        + "\"user_metadata\":{\"locale\":\"hr\",\"theme\":\"dark\"},"
                        + "\"app_metadata\":{\"plan\":\"gold\",\"number\":" + i + "}}\n");
            }
        }
    }

    private static double imported(Path file, Postgres postgres) throws IOException {
        Connection connection = Connection.of(
                        "main",
                        Provider.named("database").database().subject("user_id").build())
                .build();
        try (HikariDataSource source = postgres.pool(2)) {
            Map<String, Duration> inStore = new TreeMap<>();
            JdbcUserStore store = JdbcUserStore.builder(source)
                    .observer((operation, took, succeeded) -> inStore.merge(operation, took, Duration::plus))
                    .build();
            List<Long> seconds = new ArrayList<>();
            long start = System.nanoTime();
            UserImport.into(connection, store)
                    .listener(new ImportListener() {
                        @Override
                        public void written(ImportProgress progress) {
                            if (progress.rows() % 100_000 == 0) {
                                seconds.add((System.nanoTime() - start) / 1_000_000_000);
                            }
                        }
                    })
                    .build()
                    .run(() -> Files.newInputStream(file));
            double took = (System.nanoTime() - start) / 1e9;
            System.out.println("seconds after each 100,000 rows: " + seconds + ", in the store: " + inStore);
            return took;
        }
    }

    /** Takes the rows out, empties the tables, and copies the rows in again, as whoever knows them all could. */
    private static double copied(Path folder, Postgres postgres) throws SQLException {
        List<String> out = new ArrayList<>();
        List<String> in = new ArrayList<>();
        for (String table : TABLES) {
            out.add("copy " + table + " to '" + folder.resolve(table) + "'");
            in.add("copy " + table + " from '" + folder.resolve(table) + "'");
            // Without it, the foreign keys of the next table are looked up by a plan for an empty one, for hours.
            in.add("analyze " + table);
        }
        folder.toFile().setWritable(true, false);
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        postgres.execute(out);
        postgres.execute(List.of("truncate " + String.join(", ", TABLES), "checkpoint"));
        long start = System.nanoTime();
        postgres.execute(in);
        return (System.nanoTime() - start) / 1e9;
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
    }
}

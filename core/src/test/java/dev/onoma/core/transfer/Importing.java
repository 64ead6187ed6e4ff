package dev.onoma.core.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Imports of lines into the connection {@code main} of a database, and what they tell. ' stands for ". */
final class Importing {
    final InMemoryUserStore users = new InMemoryUserStore();
    final MovableClock clock = new MovableClock();

    /** What the import running last, or having run, has told of rows that fail. */
    final List<FailedRow> failed = new ArrayList<>();

    private final AtomicInteger subjects = new AtomicInteger();
    private int certain;

    static Connection main() {
        return Connection.of("main", Tables.DATABASE).build();
    }

    UserImport.Builder importing(ImportStore store) {
        failed.clear();
        certain = 0;
        return UserImport.into(main(), store)
                .clock(clock)
                .subjects(() -> "new" + subjects.incrementAndGet())
                .listener(new ImportListener() {
                    @Override
                    public void failing(List<FailedRow> rows) {
                        failed.subList(certain, failed.size()).clear();
                        failed.addAll(rows);
                    }

                    @Override
                    public void written(ImportProgress progress) {
                        certain = failed.size();
                    }
                });
    }

    /** How many rows were inserted, updated, and failed. */
    String imported(String... rows) {
        return run(importing(users).build(), rows);
    }

    String upserted(String... rows) {
        return run(importing(users).upsert().build(), rows);
    }

    static String run(UserImport users, String... rows) {
        byte[] file = String.join("\n", rows).replace('\'', '"').getBytes(UTF_8);
        try {
            ImportProgress done = users.run(() -> new ByteArrayInputStream(file));
            return done.inserted() + " " + done.updated() + " " + done.failed();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Why rows failed, as line, code and message. */
    List<String> failures() {
        return failed.stream()
                .map(row -> row.line() + " " + row.problem().code() + ": " + row.message())
                .toList();
    }

    User user(String id) {
        return users.find(UserId.of(id)).orElseThrow().user();
    }
}

package dev.onoma.store.jdbc.races;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("races in a file of H2")
class H2RaceTest extends RaceTestCases {
    @TempDir
    private Path folder;

    @Override
    String emptyDatabase() {
        return "jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString()) + ";AUTO_SERVER=TRUE";
    }
}

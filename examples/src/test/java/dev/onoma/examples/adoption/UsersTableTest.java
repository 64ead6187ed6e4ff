package dev.onoma.examples.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.UserStore;
import dev.onoma.testkit.UserStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shop's table of users")
class UsersTableTest extends UserStoreContract {
    private static final Path SOURCE = Path.of("src/main/java/dev/onoma/examples/adoption/UsersTable.java");

    @Override
    protected UserStore newStore() {
        return new UsersTable(new Shop().withOnoma().database());
    }

    @Test
    @DisplayName("takes no more than 80 lines of code, imports and comments aside")
    void source_isShort() throws IOException {
        String code = Files.readString(SOURCE).replaceAll("(?s)/\\*.*?\\*/", "");

        assertThat(code.lines().map(String::strip))
                .filteredOn(line -> !line.isEmpty() && !line.matches("(import|package|//).*"))
                .hasSizeLessThanOrEqualTo(80);
    }
}

package dev.onoma.store.jdbc.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import dev.onoma.store.jdbc.sql.H2File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("writers of a file of H2")
class H2TurnTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"regular", "new"})
    @DisplayName("write nothing while it is another's turn: neither a returning login nor a first one")
    void turns(String who) throws SQLException {
        try (HikariDataSource source =
                        TestDatabases.pool("jdbc:h2:file:" + folder.resolve("users") + ";LOCK_TIMEOUT=50");
                Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            JdbcUserStore.builder(source).build();
            World world = World.empty(source);
            world.login("regular").orElseThrow();
            other.setAutoCommit(false);
            statement.execute(H2File.TAKE_TURN);

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> world.login(who))
                    .satisfies(refused -> assertThat(refused.isOutcomeUnknown()).isFalse());

            other.rollback();
            assertThat(world.login(who).orElseThrow().counters().logins()).isEqualTo(who.equals("new") ? 1 : 2);
        }
    }
}

package dev.onoma.store.jdbc.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("T4: a process that is killed in the middle of its logins")
class KilledProcessTest {
    private static final String CAREFUL = "careful";

    @TempDir
    private Path folder;

    private String h2() {
        String url = "jdbc:h2:file:" + folder.resolve("users");
        try (HikariDataSource source = TestDatabases.pool(url)) {
            JdbcUserStore.builder(source).build();
        }
        return url;
    }

    @Test
    @DisplayName("loses no answered login in a file of H2")
    void h2Careful() {
        assertThat(KilledProcess.lost(h2(), CAREFUL)).isZero();
    }

    @Test
    @DisplayName("would lose answered logins if H2 were left as it is, so that this is where they would be missed")
    void h2Careless() {
        assertThat(KilledProcess.lost(h2(), LoadedProcess.CARELESS)).isPositive();
    }

    @Test
    @DisplayName("loses no answered login in PostgreSQL")
    void postgresql() throws Exception {
        String url = TestDatabases.emptyPostgresql();
        try (HikariDataSource source = TestDatabases.pool(url)) {
            JdbcUserStore.builder(source).build();
        }

        assertThat(KilledProcess.lost(url, CAREFUL)).isZero();
    }
}

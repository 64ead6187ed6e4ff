package dev.onoma.store.jdbc.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.TestProcess;
import dev.onoma.store.jdbc.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("T4: a process that is killed in the middle of its logins")
class KilledProcessTest {
    private static final String CAREFUL = "careful";
    private static final String UNWATCHED = "com.zaxxer.hikari.aliveBypassWindowMs";

    @TempDir
    private Path folder;

    private String h2() {
        return h2("");
    }

    private String h2(String setting) {
        String url = "jdbc:h2:file:" + folder.resolve("users") + setting;
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
    @DisplayName("leaves a file of H2 to those whom it served; and they lose nothing when they are killed next")
    void h2Served() throws SQLException {
        String url = h2(";AUTO_SERVER=TRUE");
        try (TestProcess server = TestProcess.start(LoadedProcess.class, url, "tenant", CAREFUL);
                HikariDataSource source = unwatched(url)) {
            World world = World.empty(source);
            world.login("regular").orElseThrow();
            server.kill();
            world.login("regular").orElseThrow();

            assertThat(writeDelays(source)).containsExactly("0");
        }
    }

    /** A pool of one connection, which it lends even if that was broken long ago. */
    private static HikariDataSource unwatched(String url) {
        System.setProperty(UNWATCHED, String.valueOf(Long.MAX_VALUE));
        try {
            return TestDatabases.pool(url, 1);
        } finally {
            System.clearProperty(UNWATCHED);
        }
    }

    /** How long H2 waits with writing: what it stores, and what it does. */
    private static Set<String> writeDelays(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            Set<String> delays = new HashSet<>();
            while (rows.next()) {
                delays.add(rows.getString(1));
            }
            return delays;
        }
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

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("writers of a file of H2")
class H2TurnTest {
    /** What the store does in one statement when somebody returns. */
    private static final String A_LOGIN = "insert into onoma_events (tenant, user_id, at, event_id, type)"
            + " values ('other', 'other', current_timestamp, 1, 'login')";

    private static final String SHORT_WAIT = ";LOCK_TIMEOUT=50";

    @TempDir
    private Path folder;

    private String url;

    @BeforeEach
    void name() {
        url = "jdbc:h2:file:" + folder.resolve("users") + SHORT_WAIT;
    }

    @ParameterizedTest
    @ValueSource(strings = {"regular", "new"})
    @DisplayName("write nothing while it is another's turn: neither a returning login nor a first one")
    void turns(String who) throws SQLException {
        waitsInThisProcess(who, H2File.TAKE_TURN);
    }

    @Test
    @DisplayName("wait with several statements until a returning login is saved")
    void several() throws SQLException {
        waitsInThisProcess("new", A_LOGIN);
    }

    private void waitsInThisProcess(String who, String write) throws SQLException {
        try (HikariDataSource source = TestDatabases.pool(url);
                Connection other = source.getConnection()) {
            JdbcUserStore.builder(source).build();

            waits(World.empty(source), who, other, write);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"regular", "new"})
    @DisplayName("who come from another process wait until a returning login of this process is saved")
    void served(String who) throws SQLException {
        try (HikariDataSource source = TestDatabases.pool(url);
                Connection other = source.getConnection()) {
            JdbcUserStore.builder(source).build();
            Server server = Server.createTcpServer("-tcpPort", "0").start();
            try (HikariDataSource remote =
                    TestDatabases.pool("jdbc:h2:" + server.getURL() + "/" + folder.resolve("users") + SHORT_WAIT)) {
                waits(World.empty(remote), who, other, A_LOGIN);
            } finally {
                server.stop();
            }
        }
    }

    private static void waits(World world, String who, Connection other, String write) throws SQLException {
        world.login("regular").orElseThrow();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute(write);
        }

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> world.login(who))
                .satisfies(refused -> assertThat(refused.isOutcomeUnknown()).isFalse());

        other.rollback();
        assertThat(world.login(who).orElseThrow().counters().logins()).isEqualTo(who.equals("new") ? 1 : 2);
    }

    @Test
    @DisplayName("of one process queue, though they share neither a store nor a pool")
    void queue() throws Exception {
        try (HikariDataSource source = TestDatabases.pool(url);
                HikariDataSource another = TestDatabases.pool(url);
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            JdbcUserStore.builder(source).build();
            World first = World.empty(source);
            World second = World.empty(another);
            first.login("regular").orElseThrow();
            second.login("regular").orElseThrow();
            statement.execute("create trigger gate before insert on onoma_events for each row call '"
                    + Gate.class.getName() + "'");

            Thread one = login(first);
            Gate.ENTERED.await();
            Thread other = login(second);
            while (other.getState() != Thread.State.WAITING && Gate.WRITERS.get() == 1) {
                Thread.onSpinWait();
            }
            int writersAtOnce = Gate.WRITERS.get();
            Gate.OPEN.countDown();
            one.join();
            other.join();

            assertThat(writersAtOnce).isEqualTo(1);
            assertThat(Gate.WRITERS).hasValue(2);
        }
    }

    private static Thread login(World world) {
        Thread thread = new Thread(() -> world.login("regular").orElseThrow());
        thread.start();
        return thread;
    }

    /** Holds up those who write events until it opens. */
    @SuppressWarnings("exports")
    public static final class Gate implements Trigger {
        static final AtomicInteger WRITERS = new AtomicInteger();
        static final CountDownLatch ENTERED = new CountDownLatch(1);
        static final CountDownLatch OPEN = new CountDownLatch(1);

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            WRITERS.incrementAndGet();
            ENTERED.countDown();
            try {
                OPEN.await();
            } catch (InterruptedException interrupted) {
                throw new SQLException(interrupted);
            }
        }
    }
}

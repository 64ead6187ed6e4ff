package dev.onoma.store.jdbc.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.login.LoginProcessor;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.faults.Fault;
import dev.onoma.store.jdbc.faults.FaultyDatabase;
import dev.onoma.store.jdbc.metrics.MicrometerObserver;
import dev.onoma.testkit.Developer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("metrics by Micrometer")
class MicrometerObserverTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerObserver observer = new MicrometerObserver(registry);
    private final FaultyDatabase database = new FaultyDatabase(TestDatabases.h2());
    private final LoginProcessor logins = LoginProcessor.builder(JdbcUserStore.builder(database.source())
                    .tenant(UUID.randomUUID().toString())
                    .observer(observer)
                    .withoutMigration()
                    .build())
            .connection(Developer.connection("developer").build())
            .listener(observer)
            .build();

    private void login(String connection, Map<String, String> form) {
        logins.login(Developer.login(connection, form));
    }

    private double logins(String connection, String outcome) {
        return registry.get("onoma.logins")
                .tags("connection", connection, "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    @DisplayName("logins are counted by connection and outcome")
    void countsLogins() {
        login("developer", Map.of("id", "ada"));
        login("developer", Map.of("id", "ada"));
        login("developer", Map.of("id", "ada"));
        login("developer", Map.of("id", "ada", "name", "Ada"));
        login("developer", Map.of("name", "nobody"));

        assertThat(logins("developer", "created")).isEqualTo(1);
        assertThat(logins("developer", "unchanged")).isEqualTo(2);
        assertThat(logins("developer", "updated")).isEqualTo(1);
        assertThat(logins("developer", "missing_subject")).isEqualTo(1);
    }

    @Test
    @DisplayName("whoever makes connections up makes no metrics up")
    void unknownConnection() {
        login("made-up", Map.of("id", "ada"));

        assertThat(logins("unknown", "unknown_connection")).isEqualTo(1);
    }

    @Test
    @DisplayName("uses of the store are timed by operation")
    void timesTheStore() {
        login("developer", Map.of("id", "ada"));
        login("developer", Map.of("id", "ada"));

        assertThat(timed("find")).isEqualTo(2);
        assertThat(timed("write")).isEqualTo(1);
        assertThat(timed("count")).isEqualTo(1);
    }

    private long timed(String operation) {
        return registry.get("onoma.store")
                .tags("operation", operation, "succeeded", "true")
                .timer()
                .count();
    }

    @Test
    @DisplayName("what is repeated is counted")
    void countsRepetitions() {
        login("developer", Map.of("id", "ada"));

        database.arm(Fault.SERIALIZATION_FAILURE, 2);
        login("developer", Map.of("id", "ada"));

        assertThat(database.disarm()).isTrue();
        assertThat(registry.get("onoma.store.repeated")
                        .tag("operation", "count")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}

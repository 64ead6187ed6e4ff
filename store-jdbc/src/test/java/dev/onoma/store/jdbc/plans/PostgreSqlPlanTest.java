package dev.onoma.store.jdbc.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.store.jdbc.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("plans of PostgreSQL")
class PostgreSqlPlanTest extends PlanTestCases {
    @Override
    String emptyDatabase() throws SQLException {
        return TestDatabases.emptyPostgresql();
    }

    @Override
    String numbers() {
        return "select n from generate_series(1, " + USERS + ") n";
    }

    @Override
    boolean readsAll(String plan) {
        return plan.contains("Seq Scan");
    }

    @Override
    String emptyJson() {
        return "jsonb '{}'";
    }

    @Test
    @DisplayName("T5: a returning login updates one row without touching an index, adds one event, and nothing else")
    void hotUpdate() throws SQLException {
        returns();
        Map<String, String> before = written();

        returns();

        Map<String, String> changed = written();
        changed.entrySet().removeAll(before.entrySet());
        assertThat(changed).containsOnlyKeys("onoma_logins", "onoma_events");
        assertThat(difference(before, changed, "onoma_logins")).isEqualTo("inserted 0, updated 1, hot 1, deleted 0");
        assertThat(difference(before, changed, "onoma_events")).isEqualTo("inserted 1, updated 0, hot 0, deleted 0");
    }

    /** What was ever done to each table: inserts, updates, updates that touched no index, deletes. */
    private Map<String, String> written() throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            Map<String, String> written = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery("select relname, n_tup_ins, n_tup_upd, n_tup_hot_upd,"
                    + " n_tup_del from pg_stat_user_tables where relname like 'onoma%'")) {
                while (rows.next()) {
                    written.put(
                            rows.getString(1),
                            rows.getLong(2) + " " + rows.getLong(3) + " " + rows.getLong(4) + " " + rows.getLong(5));
                }
            }
            return written;
        }
    }

    private static String difference(Map<String, String> before, Map<String, String> after, String table) {
        String[] first = before.getOrDefault(table, "").split(" ", -1);
        String[] second = after.getOrDefault(table, "").split(" ", -1);
        long[] difference = new long[4];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = Long.parseLong(second[i]) - Long.parseLong(first[i]);
        }
        return "inserted %d, updated %d, hot %d, deleted %d"
                .formatted(difference[0], difference[1], difference[2], difference[3]);
    }
}

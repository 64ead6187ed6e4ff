package dev.onoma.store.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of one connection. Parameters are texts, numbers, flags, times, null, or any of these in an Optional. */
public final class Statements {
    /** The SQLSTATE of a statement that was not done in time, on both engines. */
    public static final String CANCELED = "57014";

    private static final int UNANSWERED = -1;

    private final Connection connection;
    private final boolean confirmsByItself;
    private boolean sent;

    /**
     * Those of a connection.
     *
     * @param confirmsByItself whether each statement is confirmed by its answer, and not by a commit that comes later
     */
    Statements(Connection connection, boolean confirmsByItself) {
        this.connection = connection;
        this.confirmsByItself = confirmsByItself;
    }

    /** Makes something of all rows. */
    @FunctionalInterface
    public interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Asks for rows. */
    public <T> T query(Rows<T> rows, String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet result = send(statement).executeQuery()) {
            return rows.read(result);
        }
    }

    /**
     * Asks for rows that must be there in time.
     *
     * @throws SQLException of the state {@link #CANCELED} when they are not
     */
    public <T> T query(Rows<T> rows, String sql, List<? extends @Nullable Object> parameters, Duration time)
            throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.setQueryTimeout((int) Math.max(1, time.toSeconds()));
            try (ResultSet result = statement.executeQuery()) {
                return rows.read(result);
            } finally {
                withoutTimeout(statement);
            }
        }
    }

    /** H2 keeps the time for whatever comes next on the connection. */
    private static void withoutTimeout(PreparedStatement statement) {
        try {
            statement.setQueryTimeout(0);
        } catch (SQLException gone) {
            // With the connection.
        }
    }

    /** Changes rows, and says how many. */
    public int update(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        int changed = UNANSWERED;
        try (PreparedStatement statement = prepared(sql, parameters)) {
            changed = send(statement).executeUpdate();
            return changed;
        } catch (SQLException problem) {
            // What was confirmed is done: a statement that cannot be closed then changes nothing about it.
            if (changed == UNANSWERED || !confirmsByItself) {
                throw problem;
            }
            return changed;
        }
    }

    /** Changes rows, and makes something of those that the statement answers with. */
    public <T> T change(Rows<T> rows, String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        List<T> answer = new ArrayList<>(1);
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet result = send(statement).executeQuery()) {
            answer.add(rows.read(result));
        } catch (SQLException problem) {
            // Likewise.
            if (answer.isEmpty() || !confirmsByItself) {
                throw problem;
            }
        }
        return answer.get(0);
    }

    /** Carries one statement out for each list of parameters, in one round trip, and says how many rows changed. */
    public int batch(String sql, List<? extends List<? extends @Nullable Object>> all) throws SQLException {
        if (all.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> parameters : all) {
                bind(statement, parameters);
                statement.addBatch();
            }
            return Arrays.stream(send(statement).executeBatch()).sum();
        }
    }

    /** The connection, for what only a driver can do. */
    public Connection connection() {
        return connection;
    }

    /** Whether the database may have had something to carry out. */
    boolean hasSent() {
        return sent;
    }

    private PreparedStatement send(PreparedStatement statement) {
        sent = true;
        return statement;
    }

    private PreparedStatement prepared(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException | RuntimeException problem) {
            statement.close();
            throw problem;
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, plain(parameters.get(i)));
        }
    }

    private static @Nullable Object plain(@Nullable Object parameter) {
        if (parameter instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        return parameter instanceof Instant time ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC) : parameter;
    }
}

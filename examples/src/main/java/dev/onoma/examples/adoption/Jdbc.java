package dev.onoma.examples.adoption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What the shop has had all along to talk to its database; elsewhere it is JdbcTemplate, Jdbi or jOOQ. */
final class Jdbc {
    private final DataSource database;

    Jdbc(DataSource database) {
        this.database = database;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done in one transaction. */
    interface Work {
        void run(Transaction sql) throws SQLException;
    }

    <T> Optional<T> find(Row<T> row, String text, Object... values) {
        return list(row, text, values).stream().findFirst();
    }

    <T> List<T> list(Row<T> row, String text, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, text, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException("the database could not be read", failed);
        }
    }

    /**
     * Does all of the work or nothing of it.
     *
     * @throws SQLIntegrityConstraintViolationException when a key forbids it
     * @throws SQLTransactionRollbackException when somebody else's work was in the way
     */
    void transaction(Work work) throws SQLIntegrityConstraintViolationException, SQLTransactionRollbackException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.run(new Transaction(connection));
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLIntegrityConstraintViolationException | SQLTransactionRollbackException conflict) {
            throw conflict;
        } catch (SQLException failed) {
            throw new IllegalStateException("the database could not be written", failed);
        }
    }

    private static PreparedStatement prepare(Connection connection, String text, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }

    /** The statements of one transaction. A value may be an {@link Instant}; an empty one is null. */
    static final class Transaction {
        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /** How many rows the statement has changed. */
        int update(String text, Object... values) throws SQLException {
            try (PreparedStatement statement = prepare(connection, text, values)) {
                return statement.executeUpdate();
            }
        }

        /** Changes the row that is expected to be there. */
        void updateOne(String text, Object... values) throws SQLException {
            if (update(text, values) != 1) {
                throw new SQLTransactionRollbackException("the row has changed or is gone");
            }
        }
    }
}

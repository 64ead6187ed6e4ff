package dev.onoma.store.jdbc.schema;

import dev.onoma.store.jdbc.sql.H2Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What H2 needs before Flyway: its history. Flyway looks for that and makes it where there is none; of two processes that
 * look at once, one meets the other's. Here both may do it.
 */
final class H2Beginning {
    /** As Flyway 13 makes it. */
    private static final String HISTORY = "create table if not exists \"" + Schema.HISTORY + "\" ("
            + "\"installed_rank\" int not null primary key, "
            + "\"version\" varchar(50), "
            + "\"description\" varchar(200) not null, "
            + "\"type\" varchar(20) not null, "
            + "\"script\" varchar(1000) not null, "
            + "\"checksum\" int, "
            + "\"installed_by\" varchar(100) not null, "
            + "\"installed_on\" timestamp default current_timestamp not null, "
            + "\"execution_time\" int not null, "
            + "\"success\" boolean not null)";

    /** The row that Flyway locks. */
    private static final String FIRST_ROW =
            "merge into \"" + Schema.HISTORY + "\" (\"installed_rank\", \"description\","
                    + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\") key (\"installed_rank\")"
                    + " values (-1, '<< Flyway Schema History table created >>', 'TABLE', '', current_user, 0, true)";

    /** Finds that row where texts are equal that differ by case. */
    private static final String IGNORES_CASE =
            "select \"type\" from \"" + Schema.HISTORY + "\" where \"installed_rank\" = -1 and \"type\" = 'table'";

    private H2Beginning() {}

    /** @throws IllegalArgumentException when the database takes keys for equal that differ by case */
    static void make(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            H2Files.writeAtOnce(connection);
            statement.execute(HISTORY);
            statement.execute(FIRST_ROW);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            try (ResultSet row = statement.executeQuery(IGNORES_CASE)) {
                if (row.next()) {
                    throw new IllegalArgumentException(
                            "the database must tell A from a: without IGNORECASE, and without a COLLATION that ignores case");
                }
            }
        }
    }
}

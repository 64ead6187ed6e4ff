package dev.onoma.store.jdbc.schema;

import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.sql.Dialect;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** The tables of a store, made or brought up to date by Flyway beside whatever else the database holds. */
public final class Schema {
    /** Every migration there ever was; what is released is never changed, only followed by another. */
    static final List<String> MIGRATIONS = List.of("V1__users.sql", "V2__accounts.sql");

    /** The table of what was carried out. */
    static final String HISTORY = "onoma_schema_history";

    private Schema() {}

    /**
     * Brings the tables up to date; several processes may do so at once.
     *
     * @throws FlywayException when that fails
     * @throws StoreUnavailableException when the tables are of a later version than this library
     * @throws SQLException when the database cannot be used
     */
    public static void migrate(DataSource source, Dialect dialect) throws SQLException {
        migrate(source, dialect, MIGRATIONS);
    }

    static void migrate(DataSource source, Dialect dialect, List<String> migrations) throws SQLException {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Migrations(dialect.folder(), migrations))
                // The application may have tables of its own, and a Flyway of its own.
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        // Flyway lets later versions pass; then this library would write into tables that it does not know.
        if (isLater(flyway)) {
            throw StoreUnavailableException.laterSchema();
        }
        if (dialect == Dialect.H2) {
            H2Beginning.make(source);
        }
        flyway.migrate();
    }

    private static boolean isLater(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED);
    }
}

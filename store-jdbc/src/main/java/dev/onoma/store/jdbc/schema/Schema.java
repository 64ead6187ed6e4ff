package dev.onoma.store.jdbc.schema;

import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of a store, made or brought up to date by Flyway beside whatever else the database holds. */
public final class Schema {
    /** Every migration there ever was; what is released is never changed, only followed by another. */
    static final List<String> MIGRATIONS = List.of("V1__users.sql", "V2__accounts.sql");

    /** The table of what was carried out. */
    static final String HISTORY = "onoma_schema_history";

    private static final String VERSIONS = "select \"version\" from \"" + HISTORY + "\" where \"version\" is not null";

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
        // Flyway lets later versions pass; then this library would write into tables that it does not know.
        refuseLater(source, migrations.size());
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Migrations(dialect.folder(), migrations))
                // The application may have tables of its own, and a Flyway of its own.
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        if (dialect == Dialect.H2) {
            H2Beginning.make(source);
        }
        boolean wasBegun = hasHistory(source);
        try {
            flyway.migrate();
        } catch (FlywayException problem) {
            if (wasBegun) {
                throw problem;
            }
            // Another process began while Flyway looked, so that it found tables and no history. Now there is one.
            flyway.migrate();
        }
    }

    private static boolean hasHistory(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    /**
     * Leaves the tables as they are.
     *
     * @throws StoreUnavailableException when they are of a later version than this library
     * @throws SQLException when the database cannot be used
     */
    public static void refuseLater(DataSource source) throws SQLException {
        refuseLater(source, MIGRATIONS.size());
    }

    private static void refuseLater(DataSource source, int latest) throws SQLException {
        if (!hasHistory(source)) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery(VERSIONS)) {
            while (versions.next()) {
                if (MigrationVersion.fromVersion(versions.getString(1)).isNewerThan(String.valueOf(latest))) {
                    throw StoreUnavailableException.laterSchema();
                }
            }
        }
    }
}

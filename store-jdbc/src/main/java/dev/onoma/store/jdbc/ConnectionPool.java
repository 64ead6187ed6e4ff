package dev.onoma.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.onoma.store.jdbc.sql.PlainFailure;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Connections to the database of a JDBC URL, pooled by HikariCP: for whoever has no pool yet. Thread-safe; closing it
 * closes the connections.
 *
 * <pre>{@code
 * try (ConnectionPool pool = ConnectionPool.open("jdbc:h2:file:./users")) {
 *     JdbcUserStore store = JdbcUserStore.builder(pool.dataSource()).build();
 * }
 * }</pre>
 */
public final class ConnectionPool implements AutoCloseable {
    /** An answer must come while a person still waits for it. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    private static final String TRACE_LEVEL = "TRACE_LEVEL_FILE";

    /** A database that H2 opens here, and not one in memory. */
    private static final Pattern TRACED = Pattern.compile(
            "jdbc:h2:(?!(mem|tcp|ssl):)(?!.*;" + TRACE_LEVEL + "=).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int ADMINISTRATORS_ONLY = 90040;

    private final HikariDataSource source;

    private ConnectionPool(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens a pool of ten connections, with user and password as the URL says.
     *
     * @throws IllegalArgumentException when no driver on the class path knows the URL, or can read it
     * @throws StoreUnavailableException when the database cannot be reached, or lets nobody in
     */
    public static ConnectionPool open(String url) {
        return open(url, Optional.empty());
    }

    /**
     * Opens a pool of ten connections. H2 writes errors, and what they quote, into a file beside its database: not here,
     * unless the URL says otherwise by {@code TRACE_LEVEL_FILE}, or the user is no administrator of the database.
     *
     * @param password for URLs that hold none
     * @throws IllegalArgumentException when no driver on the class path knows the URL, or can read it
     * @throws StoreUnavailableException when the database cannot be reached, or does not let us in
     */
    public static ConnectionPool open(String url, Optional<String> password) {
        Driver driver = DriverManager.drivers()
                .filter(known -> accepts(known, url))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no JDBC driver on the class path knows the URL"));
        Properties settings = new Properties();
        if (TRACED.matcher(url).matches()) {
            settings.setProperty(TRACE_LEVEL, "0");
        }
        try {
            return open(url, password, first(driver, url, password, settings), settings);
        } catch (SQLException | PoolInitializationException problem) {
            throw StoreUnavailableException.nothingWritten(PlainFailure.of(problem));
        }
    }

    /** A connection of the driver's: what the pool cannot open it logs, with all that the driver says. */
    private static Connection first(Driver driver, String url, Optional<String> password, Properties settings)
            throws SQLException {
        Properties all = new Properties();
        all.putAll(settings);
        password.ifPresent(given -> all.setProperty("password", given));
        try {
            return driver.connect(url, all);
        } catch (SQLException problem) {
            // H2 lets nobody else set the level.
            if (problem.getErrorCode() != ADMINISTRATORS_ONLY || settings.remove(TRACE_LEVEL) == null) {
                throw problem;
            }
            return first(driver, url, password, settings);
        }
    }

    private static ConnectionPool open(String url, Optional<String> password, Connection first, Properties settings)
            throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        password.ifPresent(config::setPassword);
        config.setDataSourceProperties(settings);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setPoolName("onoma");
        try {
            return new ConnectionPool(new HikariDataSource(config));
        } finally {
            first.close();
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            return false;
        }
    }

    /** Where its connections are had. */
    public DataSource dataSource() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}

package dev.onoma.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
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

    private final HikariDataSource source;

    private ConnectionPool(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens a pool of ten connections, with user and password as the URL says.
     *
     * @throws IllegalArgumentException when no driver on the class path knows the URL
     * @throws StoreUnavailableException when the database cannot be reached, or lets nobody in
     */
    public static ConnectionPool open(String url) {
        return open(url, Optional.empty());
    }

    /**
     * Opens a pool of ten connections.
     *
     * @param password for URLs that hold none
     * @throws IllegalArgumentException when no driver on the class path knows the URL
     * @throws StoreUnavailableException when the database cannot be reached, or does not let us in
     */
    public static ConnectionPool open(String url, Optional<String> password) {
        if (DriverManager.drivers().noneMatch(driver -> accepts(driver, url))) {
            throw new IllegalArgumentException("no JDBC driver on the class path knows the URL");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        password.ifPresent(config::setPassword);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setPoolName("onoma");
        try {
            return new ConnectionPool(new HikariDataSource(config));
        } catch (PoolInitializationException problem) {
            throw StoreUnavailableException.nothingWritten(problem);
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

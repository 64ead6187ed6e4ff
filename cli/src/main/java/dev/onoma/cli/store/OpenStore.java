package dev.onoma.cli.store;

import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.store.jdbc.ConnectionPool;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store that is open, its schema up to date, until it is closed. */
public final class OpenStore implements AutoCloseable {
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&;]password=", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOSTS = Pattern.compile("jdbc:(?:postgresql://|h2:(?:tcp|ssl):(?://)?)([^/?;]*)");

    /** Of one of them, and not a part of an IPv6 address. */
    private static final Pattern PORT = Pattern.compile(":([^:\\],]*)(?=,|$)");

    private static final String PASSWORD = "ONOMA_STORE_PASSWORD";

    /** How long events are kept is for the application to say, which removes them: what is there yet is shown. */
    private static final Duration EVER = Duration.ofDays(1_000 * 365);

    private final ConnectionPool pool;
    private final JdbcUserStore users;

    private OpenStore(ConnectionPool pool, JdbcUserStore users) {
        this.pool = pool;
        this.users = users;
    }

    /**
     * Opens the store of a JDBC URL. The password is the URL's, or else that of the environment; where there is none and
     * the database asks for one, so does the terminal.
     *
     * @throws WrongCallException when it cannot be opened, saying why
     */
    public static OpenStore at(String url, Terminal terminal) {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new WrongCallException(
                    "--store must be a JDBC URL of H2 or PostgreSQL, such as jdbc:h2:file:./users");
        }
        checkPorts(url);
        boolean hasPassword = PASSWORD_IN_URL.matcher(url).find();
        Optional<String> password = hasPassword ? Optional.empty() : terminal.environment(PASSWORD);
        try {
            return open(url, password);
        } catch (StoreUnavailableException problem) {
            OpeningProblem why = OpeningProblem.of(problem);
            Optional<String> typed = why == OpeningProblem.NOT_LET_IN && !hasPassword && password.isEmpty()
                    ? terminal.askSecretly("Password of the store: ")
                    : Optional.empty();
            if (typed.isEmpty()) {
                throw why.asWrongCall(problem);
            }
            return openWith(url, typed);
        }
    }

    /** Drivers do not say that it is the port that they cannot read. */
    private static void checkPorts(String url) {
        Matcher hosts = HOSTS.matcher(url);
        if (hosts.lookingAt() && !PORT.matcher(hosts.group(1)).results().allMatch(found -> isPort(found.group(1)))) {
            throw new WrongCallException("--store: the port in the URL must be a number from 1 to 65535");
        }
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
    }

    private static OpenStore openWith(String url, Optional<String> typed) {
        try {
            return open(url, typed);
        } catch (StoreUnavailableException problem) {
            throw OpeningProblem.of(problem).asWrongCall(problem);
        }
    }

    private static OpenStore open(String url, Optional<String> password) {
        ConnectionPool pool = pool(url, password);
        boolean opened = false;
        try {
            OpenStore store = new OpenStore(
                    pool,
                    JdbcUserStore.builder(pool.dataSource()).keepEvents(EVER).build());
            opened = true;
            return store;
        } catch (IllegalArgumentException unfit) {
            throw new WrongCallException("cannot open the store: " + unfit.getMessage());
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    private static ConnectionPool pool(String url, Optional<String> password) {
        try {
            return ConnectionPool.open(url, password);
        } catch (IllegalArgumentException unreadable) {
            throw new WrongCallException(
                    "--store: the driver cannot read the URL (is each % in a value written as %25, each & as %26?)");
        }
    }

    /** Its users. */
    public JdbcUserStore users() {
        return users;
    }

    @Override
    public void close() {
        pool.close();
    }
}

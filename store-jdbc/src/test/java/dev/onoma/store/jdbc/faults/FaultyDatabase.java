package dev.onoma.store.jdbc.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real database behind calls that fail when they are told to: the n-th from now, in one way. For one thread.
 *
 * <p>A connection that breaks is rolled back for real, as a server does when its client is gone, and fails at every
 * call from then on.
 */
public final class FaultyDatabase {
    /** What drivers quote: messages must not pass it on. */
    static final String SECRET = "ada@example.org";

    private static final Set<String> CARRIED_OUT =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");
    private static final Set<String> POINTS =
            Set.of("getConnection", "setAutoCommit", "createStatement", "prepareStatement", "close", "rollback");

    private final DataSource real;
    private final Set<Line> open = new LinkedHashSet<>();
    private @Nullable Fault fault;
    private int left;
    private boolean down;

    /** Over a real database. */
    public FaultyDatabase(DataSource real) {
        this.real = real;
    }

    /** Where its connections are had. */
    public DataSource source() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return invoke(real, method, arguments);
            }
            if (down) {
                throw new SQLTransientConnectionException("no answer", "08001");
            }
            if (strikes(method)) {
                down = fault == Fault.CRASH;
                throw new SQLException("no answer", "08001");
            }
            return new Line(real.getConnection()).proxy();
        });
    }

    /** Lets the n-th call fail that can meet the fault. */
    public void arm(Fault next, int n) {
        fault = next;
        left = n;
    }

    /** How many calls that can meet the fault it waits for. */
    public int left() {
        return left;
    }

    /** Mends everything, and says whether the fault came to be. */
    public boolean disarm() {
        boolean struck = left <= 0;
        fault = null;
        left = 0;
        down = false;
        open.clear();
        return struck;
    }

    private boolean strikes(Method method) {
        if (fault == null || left <= 0) {
            return false;
        }
        boolean counts =
                CARRIED_OUT.contains(method.getName()) || (!fault.needsDatabase() && POINTS.contains(method.getName()));
        return counts && --left == 0;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException problem) {
            throw problem.getCause();
        }
    }

    /** One connection. */
    private final class Line {
        private final Connection connection;
        private boolean broken;
        private boolean givenUp;

        Line(Connection connection) {
            this.connection = connection;
            open.add(this);
        }

        Connection proxy() {
            return FaultyDatabase.proxy(Connection.class, (proxy, method, arguments) -> {
                Object result = call(connection, method, arguments);
                if (result instanceof PreparedStatement statement) {
                    return over(PreparedStatement.class, statement);
                }
                return result instanceof Statement statement ? over(Statement.class, statement) : result;
            });
        }

        private <T extends Statement> T over(Class<T> type, T statement) {
            return FaultyDatabase.proxy(type, (proxy, method, arguments) -> call(statement, method, arguments));
        }

        private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
            boolean strikes = strikes(method);
            if (strikes && fault != null) {
                throw strike(fault, target, method, arguments);
            }
            if (broken) {
                if (method.getName().equals("close")) {
                    return null;
                }
                throw new SQLException("the connection is closed, " + SECRET, "08003");
            }
            if (givenUp && CARRIED_OUT.contains(method.getName())) {
                throw new SQLException("the transaction is given up, " + SECRET, "25P02");
            }
            givenUp = givenUp && !method.getName().equals("rollback");
            return invoke(target, method, arguments);
        }

        private SQLException strike(Fault now, Object target, Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (now.isRollback()) {
                givenUp = !connection.getAutoCommit();
                rollback();
            } else {
                if (now == Fault.LOST_ANSWER) {
                    invoke(target, method, arguments);
                }
                down = now == Fault.CRASH;
                for (Line line : down ? Set.copyOf(open) : Set.of(this)) {
                    line.snap();
                }
            }
            return new SQLException("row (" + SECRET + ") failed", now.state());
        }

        private void rollback() throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }

        private void snap() throws SQLException {
            if (!broken && !connection.isClosed()) {
                rollback();
                connection.close();
            }
            broken = true;
        }
    }
}

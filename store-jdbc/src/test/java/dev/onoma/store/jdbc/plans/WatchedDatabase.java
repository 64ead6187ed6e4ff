package dev.onoma.store.jdbc.plans;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that notes what is sent to it. For one thread. */
final class WatchedDatabase {
    private final DataSource real;
    private final List<Sent> sent = new ArrayList<>();
    private int transactions;

    WatchedDatabase(DataSource real) {
        this.real = real;
    }

    /**
     * A statement that was carried out.
     *
     * @param sql its text
     * @param parameters its parameters, by their places from 1
     */
    record Sent(String sql, Map<Integer, Object> parameters) {}

    /** What was carried out since the last call. */
    List<Sent> sent() {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    /** How many transactions of several statements were begun. */
    int transactions() {
        return transactions;
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) ->
                        invoke(real, method, arguments) instanceof Connection connection ? over(connection) : null);
    }

    private Connection over(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setAutoCommit")) {
                transactions++;
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement statement && arguments != null) {
                return over(statement, String.valueOf(arguments[0]));
            }
            if (method.getName().equals("createStatement")) {
                sent.add(new Sent("a statement without parameters", Map.of()));
            }
            return result;
        });
    }

    private PreparedStatement over(PreparedStatement statement, String sql) {
        Map<Integer, Object> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setObject") && arguments != null) {
                parameters.put((Integer) arguments[0], arguments[1]);
            }
            if (method.getName().startsWith("execute")) {
                sent.add(new Sent(sql, new TreeMap<>(parameters)));
            }
            return invoke(statement, method, arguments);
        });
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
}

package dev.onoma.providers.database.account;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that writes down how often the database is spoken to: each statement, and each end of a transaction. */
final class RoundTrips {
    private static final Set<String> ENDS = Set.of("commit", "rollback");

    final List<String> calls = new CopyOnWriteArrayList<>();
    private final DataSource source;

    RoundTrips(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return watched(DataSource.class, source);
    }

    private <T> T watched(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                RoundTrips.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean begins = name.equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0]);
                    if (name.startsWith("execute") || ENDS.contains(name) || begins) {
                        calls.add(name.startsWith("execute") ? "statement" : name);
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                    return result instanceof Connection
                            ? watched(Connection.class, result)
                            : result instanceof PreparedStatement ? watched(PreparedStatement.class, result) : result;
                }));
    }
}

package dev.onoma.benchmarks.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down the statements that go through a data source, as a script for pgbench. */
final class Recorder {
    private final List<String> script = Collections.synchronizedList(new ArrayList<>());

    /** What has gone through since. */
    List<String> script() {
        return List.copyOf(script);
    }

    DataSource recording(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.on(source, arguments);
            return result instanceof Connection connection ? recording(connection) : result;
        });
    }

    private Connection recording(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.name()) {
                case "setAutoCommit" -> {
                    if (arguments[0] == Boolean.FALSE) {
                        script.add("begin;");
                    }
                }
                case "commit" -> script.add("commit;");
                default -> {}
            }
            @Nullable Object result = method.on(connection, arguments);
            return result instanceof PreparedStatement statement
                    ? recording(statement, String.valueOf(arguments[0]))
                    : result;
        });
    }

    private PreparedStatement recording(PreparedStatement statement, String sql) {
        Map<Integer, String> literals = new TreeMap<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            switch (method.name()) {
                case "setObject" -> literals.put((Integer) arguments[0], literal(arguments[1]));
                case "addBatch", "executeQuery", "executeUpdate" -> script.add(filled(sql, literals.values()));
                default -> {}
            }
            return method.on(statement, arguments);
        });
    }

    private static String filled(String sql, Iterable<String> literals) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (String literal : literals) {
            int place = sql.indexOf('?', from);
            filled.append(sql, from, place).append(literal);
            from = place + 1;
        }
        return filled.append(sql.substring(from)).append(';').toString();
    }

    /** Times are the present; the large numbers, versions and ids of events, are random. */
    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof OffsetDateTime) {
            return "clock_timestamp()";
        }
        if (value instanceof Long number && number > Integer.MAX_VALUE) {
            return "(random() * 4e18)::bigint";
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    /** To pgbench a colon before a word is a variable, even between quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''").replaceAll(":(?=\\w)", "' || chr(58) || '") + "'";
    }

    /** One call, to be passed on. */
    private record Method(java.lang.reflect.Method reflected) {
        String name() {
            return reflected.getName();
        }

        @Nullable
        Object on(Object target, @Nullable Object[] arguments) throws Throwable {
            try {
                return reflected.invoke(target, arguments);
            } catch (InvocationTargetException problem) {
                throw problem.getCause() == null ? problem : problem.getCause();
            }
        }
    }

    private interface Call {
        @Nullable
        Object run(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        call.run(new Method(method), arguments == null ? new Object[0] : arguments)));
    }
}

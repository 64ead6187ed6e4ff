package dev.onoma.core.connection;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections that an application has configured. Immutable. */
public final class Connections {
    private final Map<String, Connection> byName;

    private Connections(Map<String, Connection> byName) {
        this.byName = byName;
    }

    /**
     * Connections, each with a name of its own.
     *
     * @throws IllegalArgumentException when two have one name
     */
    public static Connections of(Connection... connections) {
        return of(List.of(connections));
    }

    /**
     * Connections, each with a name of its own.
     *
     * @throws IllegalArgumentException when two have one name
     */
    public static Connections of(Collection<Connection> connections) {
        Map<String, Connection> byName = new LinkedHashMap<>();
        for (Connection connection : connections) {
            if (byName.put(connection.name(), connection) != null) {
                throw new IllegalArgumentException("two connections are called \"" + connection.name() + "\"");
            }
        }
        return new Connections(Collections.unmodifiableMap(byName));
    }

    public Optional<Connection> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, in the order in which they were given. */
    public Collection<Connection> all() {
        return byName.values();
    }

    @Override
    public String toString() {
        return "Connections" + byName.keySet();
    }
}

package dev.onoma.store.jdbc.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for one table. PostgreSQL gets them as one array a column, in a single statement; H2, which runs in the same
 * process or has no such statement, as a batch. Collected once, then run.
 */
public final class BulkInsert {
    /** The columns that are no text, by the type that PostgreSQL has to make of their texts. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("version", "bigint"),
            Map.entry("tombstone", "boolean"),
            Map.entry("email_verified", "boolean"),
            Map.entry("phone_verified", "boolean"),
            Map.entry("owners", "jsonb"),
            Map.entry("verifications", "jsonb"),
            Map.entry("user_metadata", "jsonb"),
            Map.entry("app_metadata", "jsonb"),
            Map.entry("blocked", "boolean"),
            Map.entry("created_at", "timestamptz"),
            Map.entry("updated_at", "timestamptz"),
            Map.entry("position", "integer"),
            Map.entry("is_social", "boolean"),
            Map.entry("vouched_for", "boolean"),
            Map.entry("profile_data", "jsonb"),
            Map.entry("logins_count", "bigint"),
            Map.entry("last_login", "timestamptz"),
            Map.entry("password_set_at", "timestamptz"));

    private final String table;
    private final List<String> columns;
    private final Dialect dialect;
    private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();

    public BulkInsert(String table, List<String> columns, Dialect dialect) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.dialect = dialect;
    }

    /** Adds a row, its values in the order of the columns. */
    public void add(List<? extends @Nullable Object> row) {
        rows.add(row);
    }

    /** Inserts all rows. */
    public void run(Statements sql) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            sql.update(fromArrays(), arrays());
        } else {
            sql.batch(oneRow(), rows);
        }
    }

    private String head() {
        return "insert into " + table + " (" + String.join(", ", columns) + ") ";
    }

    private String oneRow() {
        List<String> places = new ArrayList<>();
        for (String column : columns) {
            places.add("jsonb".equals(TYPES.get(column)) ? dialect.json() : "?");
        }
        return head() + "values (" + String.join(", ", places) + ")";
    }

    private String fromArrays() {
        List<String> values = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        for (String column : columns) {
            String type = TYPES.getOrDefault(column, "text");
            values.add(type.equals("text") ? "r." + column : "cast(r." + column + " as " + type + ")");
            arrays.add("cast(? as text[])");
        }
        return head() + "select " + String.join(", ", values) + " from unnest(" + String.join(", ", arrays) + ") as r ("
                + String.join(", ", columns) + ")";
    }

    private List<Object> arrays() {
        List<Object> arrays = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            @Nullable String[] values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                Object value = rows.get(row).get(column);
                values[row] = value == null ? null : value.toString();
            }
            arrays.add(values);
        }
        return arrays;
    }
}

package dev.onoma.store.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the engines differ. */
public enum Dialect {
    POSTGRESQL("PostgreSQL", "cast(? as jsonb)"),
    H2("H2", "? format json");

    private final String product;
    private final String json;

    Dialect(String product, String json) {
        this.product = product;
        this.json = json;
    }

    /**
     * That of a database.
     *
     * @throws IllegalArgumentException when it is neither of them
     * @throws SQLException when the database cannot be asked
     */
    public static Dialect of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            for (Dialect dialect : values()) {
                if (dialect.product.equals(product)) {
                    return dialect;
                }
            }
            throw new IllegalArgumentException("the database must be PostgreSQL or H2, but is " + product);
        }
    }

    /** The folder of its migrations. */
    public String folder() {
        return product.toLowerCase(Locale.ROOT);
    }

    /** The place of a parameter that is JSON text. */
    public String json() {
        return json;
    }

    /**
     * The rows of a tenant in a table, called {@code u}, whose column is among some texts. The parameters are an array of
     * these, without repetition, and the tenant. H2 takes an index only for what is joined.
     */
    public String among(String table, String column) {
        return this == POSTGRESQL
                ? " from " + table + " u where u." + column + " = any(?) and u.tenant = ?"
                : " from unnest(cast(? as varchar array)) k(v) join " + table + " u on u." + column
                        + " = k.v where u.tenant = ?";
    }

    /**
     * One statement that changes rows, and inserts something made of each changed row; the number of rows that it
     * reports is that of the inserted ones.
     *
     * @param update an update of one table
     * @param insert the head of the insert: {@code insert into … (…)}
     * @param select what is inserted for each changed row: {@code select …}, without a table
     * @param returned the columns of the changed row that {@code select} uses
     */
    public String updateThenInsert(String update, String insert, String select, String returned) {
        return this == POSTGRESQL
                ? "with changed as (" + update + " returning " + returned + ") " + insert + " " + select
                        + " from changed"
                : insert + " " + select + " from final table (" + update + ")";
    }

    /** The parameters of such a statement, in the order in which its halves are written. */
    public List<@Nullable Object> updateThenInsert(List<@Nullable Object> update, List<@Nullable Object> insert) {
        List<@Nullable Object> parameters = new ArrayList<>(this == POSTGRESQL ? update : insert);
        parameters.addAll(this == POSTGRESQL ? insert : update);
        return parameters;
    }

    /**
     * A statement that deletes rows or updates them, and answers with them: deleted ones as they were, updated ones as
     * they become.
     */
    public String returning(String columns, String statement) {
        if (this == POSTGRESQL) {
            return statement + " returning " + columns;
        }
        String rows = statement.startsWith("delete") ? "old" : "final";
        return "select " + columns + " from " + rows + " table (" + statement + ")";
    }
}

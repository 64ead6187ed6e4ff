package dev.onoma.providers.database;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.provider.Provider;

/**
 * The application's own user table, or the profile that a custom database script returns. Only mapped and kept columns
 * are stored; fields named like a password, hash, secret or token never are.
 */
public final class Database {
    /** A table whose columns bear the names of our attributes, its id in {@code user_id}. */
    public static final Provider PROVIDER = columns().build();

    private Database() {}

    /** A connection to a table whose columns bear our names. Root attributes are set at the first login, then edited. */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /** A connection to a table with columns of its own: {@code columns().id("uid").column(NAME, "full_name")}. */
    public static Connection.Builder connection(String name, Columns columns) {
        return Connection.of(name, columns.build());
    }

    /**
     * A connection whose users sign up and log in here: the application is their identity provider, and they change
     * their addresses by tickets. See {@code Accounts}.
     */
    public static Connection.Builder accounts(String name) {
        return Connection.of(name, PROVIDER).confirmAddresses();
    }

    /**
     * A connection to a custom database that is asked at each login, and that has the last word each time, as any other
     * provider has. See {@code CustomDatabaseLogins}.
     */
    public static Connection.Builder custom(String name, Columns columns) {
        return connection(name, columns).syncPolicy(SyncPolicy.ON_EACH_LOGIN);
    }

    /**
     * A connection whose users move here from a custom database, each with a first login; from then on they are accounts
     * like those of {@link #accounts}, and its records have our names for their columns. Who was deleted here does not
     * move again. See {@code Accounts.Builder.customDatabase}.
     */
    public static Connection.Builder moving(String name) {
        return accounts(name).keepDeletedOut();
    }

    /** The names of a table's columns, to begin with our own names for all of them. */
    public static Columns columns() {
        Columns columns = new Columns();
        for (RootAttribute attribute : RootAttribute.ALL) {
            columns.column(attribute, attribute.fieldName());
            attribute.flagName().ifPresent(flag -> columns.verifiedColumn(attribute, flag));
        }
        return columns;
    }
}

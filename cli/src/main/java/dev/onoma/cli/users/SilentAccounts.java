package dev.onoma.cli.users;

import dev.onoma.cli.WrongCallException;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.store.jdbc.JdbcUserStore;

/** Accounts in the hands of an administrator: no message leaves, and nobody's attempts are counted. */
final class SilentAccounts {
    private SilentAccounts() {}

    /** The connection of that name. */
    static Connection connection(String name) {
        try {
            return Database.accounts(name).build();
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException(String.valueOf(wrong.getMessage()));
        }
    }

    /** The accounts of a connection. */
    static Accounts of(Connection connection, JdbcUserStore users) {
        LoginProcessor processor =
                LoginProcessor.builder(users).connection(connection).build();
        // The application's key counts attempts and hides codes; neither happens here, so none has to be told to us.
        return Accounts.builder(connection, processor, users, AccountKey.random())
                .outbox(Outbox.of(message -> {}, work -> {}))
                .build();
    }
}

package dev.onoma.providers.database.account;

import static dev.onoma.core.attribute.RootAttribute.NAME;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.custom.CustomDatabase;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.custom.CustomDatabaseLogins;
import dev.onoma.providers.database.custom.CustomLogin;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.message.MessageText;
import dev.onoma.providers.database.message.MessageWriter;
import dev.onoma.providers.database.message.smtp.SmtpSender;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.passwordless.CodeLogins;
import dev.onoma.providers.database.passwordless.CodeStart;
import dev.onoma.providers.database.passwordless.Passwordless;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What the page on accounts shows beside accounts themselves: compiled, not run. */
@SuppressWarnings("unused")
final class AccountsDocumentSnippets {
    private AccountsDocumentSnippets() {}

    interface Row {
        boolean accepts(char[] password);

        Map<String, Object> columns();
    }

    interface Rows {
        Optional<Row> named(String identifier) throws SQLException;
    }

    static CustomDatabaseCalls custom(Rows rows) {
        CustomDatabase crm = new CustomDatabase() {
            @Override
            public CustomLogin login(String identifier, char[] password) throws SQLException {
                Optional<Row> row = rows.named(identifier);
                if (row.isEmpty()) {
                    return CustomLogin.unknownUser();
                }
                return row.get().accepts(password)
                        ? CustomLogin.accepted(row.get().columns())
                        : CustomLogin.wrongPassword();
            }

            @Override
            public Optional<JsonObject> getUser(String identifier) throws SQLException {
                return rows.named(identifier).map(row -> JsonObject.from(row.columns()));
            }
        };
        CustomDatabaseCalls calls = CustomDatabaseCalls.to(crm);
        return calls;
    }

    static LoginResult staying(
            LoginProcessor processor,
            CustomDatabaseCalls calls,
            InMemoryUserStore store,
            byte[] secret,
            String name,
            String typed,
            String ip) {
        Connection connection = Database.custom(
                        "crm", Database.columns().id("uid").column(NAME, "full_name"))
                .build();
        CustomDatabaseLogins logins = CustomDatabaseLogins.builder(
                        connection, processor, calls, store.attempts(), AccountKey.of(secret))
                .build();

        LoginResult result = logins.logIn(name, Password.of(typed), Origin.ofIp(ip));
        return result;
    }

    static Accounts moving(
            LoginProcessor processor,
            CustomDatabaseCalls calls,
            InMemoryUserStore store,
            byte[] secret,
            MessageSender sender) {
        Connection connection = Database.moving("users").build();
        Accounts accounts = Accounts.builder(connection, processor, store, AccountKey.of(secret))
                .sender(sender)
                .customDatabase(calls)
                .build();
        return accounts;
    }

    static LoginResult codes(
            InMemoryUserStore store,
            byte[] secret,
            MessageSender sender,
            String address,
            String ip,
            String handleFromCookie,
            String typed,
            Origin origin) {
        Connection connection = Passwordless.email("email").build();
        LoginProcessor processor =
                LoginProcessor.builder(store).connection(connection).build();
        CodeLogins logins = CodeLogins.builder(connection, processor, store, AccountKey.of(secret))
                .sender(sender)
                .build();

        CodeStart start = logins.start(address, Origin.ofIp(ip));
        LoginResult result = logins.finish(handleFromCookie, typed, origin);
        return result;
    }

    static MessageSender mail(String user, String password) {
        MessageWriter texts = MessageText.builder("Acme")
                .page(MessageKind.RESET_PASSWORD, URI.create("https://acme.example/reset"))
                .page(MessageKind.LOGIN_CODE, URI.create("https://acme.example/login"))
                .build();
        MessageSender sender = SmtpSender.builder("smtp.acme.example", "no-reply@acme.example", texts)
                .login(user, password)
                .build();
        return sender;
    }
}

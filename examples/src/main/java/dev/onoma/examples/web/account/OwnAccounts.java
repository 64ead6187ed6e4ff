package dev.onoma.examples.web.account;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.AccountStore;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.message.MessageText;
import dev.onoma.providers.database.message.MessageWriter;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.passwordless.CodeLogins;
import dev.onoma.providers.database.passwordless.Passwordless;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that the application keeps itself.
 *
 * @param accounts those with a password
 * @param codes the logins with a code by e-mail
 */
public record OwnAccounts(Accounts accounts, CodeLogins codes) {
    static final Connection WITH_PASSWORD = Database.accounts("users").build();

    /** A code proves whose the address is. So who has confirmed it here stays one user, and who has not must go. */
    static final Connection WITH_CODE = Passwordless.email("email")
            .linkPolicy(LinkPolicy.AUTOMATIC)
            .trustForLinking()
            .build();

    /** The connections that a processor needs for them. */
    public static List<Connection> connections() {
        return List.of(WITH_PASSWORD, WITH_CODE);
    }

    /** The accounts in a store, whose messages leave through a sender. */
    public static OwnAccounts over(
            AccountStore store, LoginProcessor processor, MessageSender sender, SessionListener sessions) {
        // The store lives as long as the process does, and so may the key; an application brings along one that lasts.
        AccountKey key = AccountKey.random();
        Outbox outbox = Outbox.of(sender);
        return new OwnAccounts(
                Accounts.builder(WITH_PASSWORD, processor, store, key)
                        .outbox(outbox)
                        .sessions(sessions)
                        .build(),
                CodeLogins.builder(WITH_CODE, processor, store, key)
                        .outbox(outbox)
                        .build());
    }

    /** What the messages say. The pages have no scripts, so their tokens come in the query. */
    public static MessageWriter messages(URI base) {
        return MessageText.builder("Onoma example")
                .page(MessageKind.VERIFY_EMAIL, base.resolve("/confirm"))
                .page(MessageKind.RESET_PASSWORD, base.resolve("/password/new"))
                .page(MessageKind.LOGIN_CODE, base.resolve("/code/link"))
                .tokensInQuery()
                .build();
    }

    /** What people call one of the connections. */
    public static Optional<String> label(String connection) {
        if (connection.equals(WITH_PASSWORD.name())) {
            return Optional.of("your account here");
        }
        return connection.equals(WITH_CODE.name()) ? Optional.of("a code by e-mail") : Optional.empty();
    }

    @Override
    public String toString() {
        return "OwnAccounts";
    }
}

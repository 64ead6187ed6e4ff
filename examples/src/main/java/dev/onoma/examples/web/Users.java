package dev.onoma.examples.web;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.administration.SelfService;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.examples.web.account.OwnAccounts;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.transaction.InMemoryUsedTransactions;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.oauth.transaction.UsedTransactions;
import dev.onoma.providers.database.message.MessageSender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The users of the application, and the ways in. A real application has one sync policy; for this one to have several,
 * each policy has connections and a flow of its own, all over one store. Thread-safe.
 */
final class Users {
    private record Rules(LoginProcessor processor, LoginFlow flow, SelfService selfService) {}

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final Map<PolicyChoice, Rules> rules = new EnumMap<>(PolicyChoice.class);
    private final SessionListener sessions;
    private volatile PolicyChoice policy = PolicyChoice.ON_EACH_LOGIN;

    /**
     * Nobody yet.
     *
     * @param sessions who ends a user's sessions, when its password is changed
     */
    Users(List<OfferedProvider> providers, SessionListener sessions) {
        this.sessions = sessions;
        TransactionKey key = TransactionKey.random();
        UsedTransactions used = new InMemoryUsedTransactions(Clock.systemUTC());
        for (PolicyChoice choice : PolicyChoice.values()) {
            List<LoginClient> clients = providers.stream()
                    .map(provider -> provider.clients().apply(choice.policy()))
                    .toList();
            rules.put(choice, rules(clients, key, used));
        }
    }

    private Rules rules(List<LoginClient> clients, TransactionKey key, UsedTransactions used) {
        List<Connection> all = new ArrayList<>(OwnAccounts.connections());
        clients.forEach(client -> all.add(client.connection()));
        Connections connections = Connections.of(all);
        LoginProcessor processor = LoginProcessor.builder(store)
                .connections(connections)
                .sessions(sessions)
                .build();
        LoginFlow.Builder flow = LoginFlow.builder(processor, key).used(used).linking(AccountLinking.over(store));
        clients.forEach(flow::client);
        return new Rules(processor, flow.build(), SelfService.over(store, connections));
    }

    /** The way in, under the policy that holds now. */
    LoginFlow flow() {
        return current().flow();
    }

    /**
     * The accounts that are kept here. No sync policy concerns them: nobody else has a say in their profiles.
     *
     * @param sender who brings their messages on their way
     */
    OwnAccounts own(MessageSender sender) {
        return OwnAccounts.over(store, current().processor(), sender, sessions);
    }

    PolicyChoice policy() {
        return policy;
    }

    /** From now on logins follow this policy. What is stored is left as it is. */
    void follow(PolicyChoice choice) {
        policy = choice;
    }

    Optional<User> find(UserId id) {
        return store.find(id).map(stored -> stored.user());
    }

    /** Renames a user, at that user's own wish. */
    ChangeResult rename(UserId id, String name) {
        SelfServiceEdit edit =
                SelfServiceEdit.builder().set(RootAttribute.NAME, name).build();
        return current().selfService().edit(id, edit);
    }

    private Rules current() {
        return requireNonNull(rules.get(policy), "rules");
    }
}

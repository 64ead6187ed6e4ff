package dev.onoma.cli.users;

import dev.onoma.cli.Providers;
import dev.onoma.cli.Terminal;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Deletes a user. */
@Command(
        name = "delete",
        description = "Deletes a user with its identities and history.",
        mixinStandardHelpOptions = true)
final class DeleteCommand extends ChangeCommand {
    DeleteCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ChangeResult change(UserId user, JdbcUserStore users, Connections connections) {
        return administration(users, Connections.of(keepingOut(user, users))).delete(user);
    }

    /**
     * Which of the application's databases users move from, only the application knows: whoever has a password or a
     * name to log in with at one does not move again. Who signed up there has an id that nobody else gets.
     */
    private static List<Connection> keepingOut(UserId user, JdbcUserStore users) {
        Map<String, Connection> connections = new HashMap<>();
        users.find(user).map(StoredUser::user).stream()
                .flatMap(found -> found.identities().stream())
                .filter(identity -> users.credentials().find(identity.key()).isPresent())
                .forEach(identity -> Providers.find(identity.provider())
                        .filter(provider -> provider.kind() == ProviderKind.DATABASE)
                        .map(provider -> Connection.of(identity.connection(), provider)
                                .keepDeletedOut()
                                .build())
                        .ifPresent(connection -> connections.put(connection.name(), connection)));
        return List.copyOf(connections.values());
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return "deleted";
    }
}

package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
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
        return administration(users, connections).delete(user);
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return "deleted";
    }
}

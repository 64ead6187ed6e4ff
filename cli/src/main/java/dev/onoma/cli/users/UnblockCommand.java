package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import picocli.CommandLine.Command;

/** Unblocks a user. */
@Command(
        name = "unblock",
        description = "Unblocks a user, or forgets that a deleted one was blocked.",
        mixinStandardHelpOptions = true)
final class UnblockCommand extends ChangeCommand {
    UnblockCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ChangeResult change(UserId user, JdbcUserStore users, Connections connections) {
        return administration(users, connections).unblock(user);
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return "unblocked";
    }
}

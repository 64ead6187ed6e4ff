package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import picocli.CommandLine.Command;

/** Blocks a user. */
@Command(
        name = "block",
        description = "Blocks a user: its logins are refused until it is unblocked.",
        mixinStandardHelpOptions = true)
final class BlockCommand extends ChangeCommand {
    BlockCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ChangeResult change(UserId user, JdbcUserStore users, Connections connections) {
        return administration(users, connections).block(user);
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return "blocked";
    }
}

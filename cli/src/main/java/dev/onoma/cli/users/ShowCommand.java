package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.output.Pretty;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.UserJson;
import dev.onoma.store.jdbc.JdbcUserStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a user. */
@Command(name = "show", description = "Prints one user.", mixinStandardHelpOptions = true)
final class ShowCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "the user's id")
    private String id = "";

    ShowCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int carryOut(JdbcUserStore users) {
        JsonObject user = users.find(userId(id))
                .filter(stored -> !stored.isTombstone())
                .map(StoredUser::user)
                .map(UserJson::write)
                .orElseThrow(StoreCommand::notFound);
        terminal().print(isPretty() ? Pretty.shown(user) : user.toJson());
        return ExitStatus.FINE;
    }
}

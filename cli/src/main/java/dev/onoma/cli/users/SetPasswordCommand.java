package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Sets a user's password. */
@Command(
        name = "set-password",
        description = "Sets a user's password, typed on the terminal or the first line of standard input.",
        mixinStandardHelpOptions = true)
final class SetPasswordCommand extends ChangeCommand {
    @Unmatched
    private List<String> spare = new ArrayList<>();

    SetPasswordCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        SpareArguments.refuse(spare);
    }

    @Override
    ChangeResult change(UserId id, JdbcUserStore users, Connections connections) {
        User user = users.find(id)
                .filter(stored -> !stored.isTombstone())
                .map(StoredUser::user)
                .orElseThrow(StoreCommand::notFound);
        String connection = user.identities().stream()
                .filter(identity -> identity.provider().equals(Database.PROVIDER.name()))
                .map(Identity::connection)
                .findFirst()
                .orElseThrow(SetPasswordCommand::noAccount);
        // Asked for last: nobody should type a password for nothing.
        return SilentAccounts.of(SilentAccounts.connection(connection), users)
                .setPassword(id, NewPassword.read(terminal()));
    }

    private static RefusedException noAccount() {
        return new Refusal(
                        RefusalCode.IDENTITY_NOT_FOUND,
                        "the user has no identity at a database connection, and logs in elsewhere")
                .asException();
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return "updated";
    }
}

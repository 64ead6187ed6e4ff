package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Providers;
import dev.onoma.cli.Terminal;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserJson;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** A command that changes one user, and prints the user as it is then. */
abstract class ChangeCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "the user's id")
    private String id = "";

    ChangeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    final int carryOut(JdbcUserStore users) {
        UserId user = userId(id);
        ChangeResult.Done done = change(user, users, connections(user, users)).orElseThrow();
        JsonObject.Builder told = JsonObject.builder().put("outcome", outcome(done));
        done.after()
                .ifPresentOrElse(
                        after -> told.put("user", UserJson.write(after)), () -> told.put("user_id", user.value()));
        printOperation(told.build());
        return ExitStatus.FINE;
    }

    abstract ChangeResult change(UserId user, JdbcUserStore users, Connections connections);

    abstract String outcome(ChangeResult.Done done);

    static Administration administration(JdbcUserStore users, Connections connections) {
        return Administration.over(users, connections);
    }

    /**
     * What is known here of the connections of an application: that of the user's primary identity where it is a
     * database, which lower-cases user names. What the policies of others would undo, only the application knows.
     */
    private static Connections connections(UserId user, JdbcUserStore users) {
        Optional<Identity> primary = users.find(user).map(StoredUser::user).map(found -> found.primaryIdentity());
        return primary.flatMap(identity -> Providers.find(identity.provider())
                        .filter(provider -> provider.kind().isOwn())
                        .map(provider ->
                                Connection.of(identity.connection(), provider).build()))
                .map(Connections::of)
                .orElse(Connections.of());
    }
}

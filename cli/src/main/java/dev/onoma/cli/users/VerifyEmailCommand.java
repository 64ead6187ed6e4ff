package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import picocli.CommandLine.Command;

/** Says that a user's address is its own. */
@Command(
        name = "verify-email",
        description = "Marks a user's e-mail address as verified, by an administrator's word.",
        mixinStandardHelpOptions = true)
final class VerifyEmailCommand extends ChangeCommand {
    private static final AdministratorEdit VERIFIED = AdministratorEdit.from(JsonObject.builder()
            .put(
                    "set",
                    JsonObject.builder()
                            .put(RootAttribute.EMAIL.flagName().orElseThrow(), true)
                            .build())
            .build());

    VerifyEmailCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ChangeResult change(UserId user, JdbcUserStore users, Connections connections) {
        return administration(users, connections).edit(user, VERIFIED);
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return done.isChange() ? "updated" : "unchanged";
    }
}

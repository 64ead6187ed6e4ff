package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.providers.database.account.SignUp;
import dev.onoma.providers.database.password.Password;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Signs somebody up. */
@Command(
        name = "signup",
        description = "Makes a user with a password, typed on the terminal or the first line of standard input.",
        mixinStandardHelpOptions = true)
final class SignupCommand extends StoreCommand {
    @Option(
            names = "--connection",
            paramLabel = "NAME",
            required = true,
            description = "the database connection that the user logs in through")
    private String connection = "";

    @Option(names = "--email", paramLabel = "ADDRESS", description = "the user's address, not verified")
    private Optional<String> email = Optional.empty();

    @Option(names = "--username", paramLabel = "NAME", description = "the user's name to log in with")
    private Optional<String> username = Optional.empty();

    @Option(names = "--set", paramLabel = "ATTRIBUTE=VALUE", description = "a root attribute; repeatable")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--user-metadata",
            paramLabel = "JSON",
            description = "up to ten fields, each a text of up to 500 characters")
    private Optional<String> userMetadata = Optional.empty();

    @Unmatched
    private List<String> spare = new ArrayList<>();

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private JsonObject metadata = JsonObject.EMPTY;
    private Optional<Connection> database = Optional.empty();

    SignupCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        SpareArguments.refuse(spare);
        database = Optional.of(SilentAccounts.connection(connection));
        email.ifPresent(address -> attributes.put(RootAttribute.EMAIL.fieldName(), address));
        username.ifPresent(name -> attributes.put(RootAttribute.USERNAME.fieldName(), name));
        if (attributes.isEmpty()) {
            throw new WrongCallException("signup needs --email or --username");
        }
        for (String argument : set) {
            Assignment assignment = Assignment.parse(argument);
            if (attributes.put(assignment.name(), assignment.text()) != null) {
                throw new WrongCallException("signup must be given each attribute once");
            }
        }
        userMetadata.ifPresent(json -> {
            if (!(EditCommand.parsed("--user-metadata", json) instanceof JsonObject fields)) {
                throw new WrongCallException("--user-metadata must be a JSON object");
            }
            metadata = fields;
        });
    }

    @Override
    int carryOut(JdbcUserStore users) {
        Map<RootAttribute, String> known = known();
        SignUp signUp = signUp(known, NewPassword.read(terminal())).userMetadata(metadata);
        User user = SilentAccounts.of(database.orElseThrow(), users)
                .signUp(signUp, Origin.NONE)
                .orElseThrow()
                .after()
                .orElseThrow();
        printOperation(JsonObject.builder()
                .put("outcome", "created")
                .put("user", UserJson.write(user))
                .build());
        return ExitStatus.FINE;
    }

    private Map<RootAttribute, String> known() {
        Map<RootAttribute, String> known = new LinkedHashMap<>();
        attributes.forEach((name, text) -> known.put(
                RootAttribute.named(name)
                        .orElseThrow(() -> new Refusal(
                                        RefusalCode.INVALID_ATTRIBUTE, "there is no root attribute of that name to set")
                                .asException()),
                text));
        return known;
    }

    private static SignUp signUp(Map<RootAttribute, String> known, Password password) {
        SignUp signUp = known.containsKey(RootAttribute.EMAIL)
                ? SignUp.withEmail(known.get(RootAttribute.EMAIL), password)
                : SignUp.withUsername(known.getOrDefault(RootAttribute.USERNAME, ""), password);
        for (Map.Entry<RootAttribute, String> entry : known.entrySet()) {
            signUp = signUp.set(entry.getKey(), entry.getValue());
        }
        return signUp;
    }
}

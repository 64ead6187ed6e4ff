package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.administration.SelfService;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Edits a user. */
@Command(
        name = "edit",
        description = "Sets root attributes and merges metadata, all of it or nothing.",
        mixinStandardHelpOptions = true)
final class EditCommand extends ChangeCommand {
    @Option(names = "--by", paramLabel = "WHO", defaultValue = "admin", description = "admin (default) or user")
    private String by = "admin";

    @Option(
            names = "--set",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "a root attribute or verified flag; without a value the attribute is removed; repeatable")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--user-metadata",
            paramLabel = "JSON",
            description = "fields to merge: null removes one, {} all of them")
    private Optional<String> userMetadata = Optional.empty();

    @Option(
            names = "--app-metadata",
            paramLabel = "JSON",
            description = "fields to merge: null removes one, {} all of them")
    private Optional<String> appMetadata = Optional.empty();

    private JsonObject request = JsonObject.EMPTY;

    EditCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        if (!by.equals("admin") && !by.equals("user")) {
            throw new WrongCallException("--by must be admin or user");
        }
        JsonObject.Builder all = JsonObject.builder();
        if (!set.isEmpty()) {
            all.put("set", attributes());
        }
        userMetadata.ifPresent(json -> all.put("user_metadata", parsed("--user-metadata", json)));
        appMetadata.ifPresent(json -> all.put("app_metadata", parsed("--app-metadata", json)));
        request = all.build();
        if (request.isEmpty()) {
            throw new WrongCallException("edit needs --set, --user-metadata or --app-metadata");
        }
    }

    private JsonObject attributes() {
        JsonObject.Builder attributes = JsonObject.builder();
        for (String argument : set) {
            Assignment assignment = Assignment.parse(argument);
            if (!attributes.add(assignment.name(), value(assignment.name(), assignment.text()))) {
                throw new WrongCallException("--set must give each attribute once");
            }
        }
        return attributes.build();
    }

    private static JsonValue value(String name, String text) {
        boolean flag =
                RootAttribute.ALL.stream().anyMatch(pair -> pair.flagName().equals(Optional.of(name)));
        if (flag && (text.equals("true") || text.equals("false"))) {
            return JsonBoolean.of(text.equals("true"));
        }
        return text.isEmpty() ? JsonNull.NULL : new JsonString(text);
    }

    static JsonValue parsed(String option, String json) {
        try {
            return JsonValue.parse(json);
        } catch (JsonException wrong) {
            throw new WrongCallException(option + ": " + wrong.message());
        }
    }

    @Override
    ChangeResult change(UserId user, JdbcUserStore users, Connections connections) {
        return by.equals("user")
                ? SelfService.over(users, connections).edit(user, SelfServiceEdit.from(request))
                : administration(users, connections).edit(user, AdministratorEdit.from(request));
    }

    @Override
    String outcome(ChangeResult.Done done) {
        return done.isChange() ? "updated" : "unchanged";
    }
}

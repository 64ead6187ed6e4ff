package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.output.Pretty;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what happened to a user. */
@Command(
        name = "history",
        description = "Prints what happened to a user, the newest event first.",
        mixinStandardHelpOptions = true)
final class HistoryCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "the user's id")
    private String id = "";

    HistoryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int carryOut(JdbcUserStore users) {
        UserId user = userId(id);
        List<JsonObject> events = users.events(user, Integer.MAX_VALUE).stream()
                .map(HistoryCommand::json)
                .toList();
        if (events.isEmpty() && users.find(user).isEmpty()) {
            throw notFound();
        }
        if (isPretty()) {
            terminal().print(Pretty.events(events));
        } else {
            events.forEach(event -> terminal().print(event.toJson()));
        }
        return ExitStatus.FINE;
    }

    private static JsonObject json(UserEvent event) {
        JsonObject.Builder json = JsonObject.builder()
                .put("at", event.at().toString())
                .put("type", event.type().fieldName())
                .put("code", event.type().code());
        event.origin().connection().ifPresent(connection -> json.put("connection", connection));
        event.origin().clientId().ifPresent(client -> json.put("client_id", client));
        event.origin().ip().ifPresent(ip -> json.put("ip", ip));
        event.origin().userAgent().ifPresent(agent -> json.put("user_agent", agent));
        event.detail().ifPresent(detail -> json.put("detail", detail));
        return json.build();
    }
}

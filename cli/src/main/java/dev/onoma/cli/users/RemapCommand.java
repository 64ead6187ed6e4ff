package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.output.PrettyRemap;
import dev.onoma.core.administration.Remap;
import dev.onoma.core.administration.Remap.Remapped;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.RefusalJson;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Maps the stored claims of users again. */
@Command(
        name = "remap",
        description = "Maps stored claims again, by mappings and policies as they are now: shows what would change.",
        mixinStandardHelpOptions = true)
final class RemapCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "one user; default: all of them")
    private Optional<String> id = Optional.empty();

    @Mixin
    private RemapConnections options = new RemapConnections();

    @Option(names = "--apply", description = "carry it out")
    private boolean apply;

    private Function<User, Connections> connections = user -> Connections.of();
    private int total;
    private int changed;
    private int refused;

    RemapCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        connections = options.read(terminal());
    }

    @Override
    int carryOut(JdbcUserStore users) {
        try (RowCount count = new RowCount(terminal(), "users")) {
            if (id.isPresent()) {
                remap(one(users, userId(id.get())), users, count);
            } else {
                all(users, count);
            }
        }
        JsonObject totals = JsonObject.builder()
                .put("total", total)
                .put("changed", changed)
                .put("refused", refused)
                .put("applied", apply)
                .build();
        terminal().print(isPretty() ? PrettyRemap.totals(totals) : totals.toJson());
        return refused == 0 ? ExitStatus.FINE : ExitStatus.REFUSED;
    }

    private static User one(JdbcUserStore users, UserId id) {
        return users.find(id)
                .filter(stored -> !stored.isTombstone())
                .map(StoredUser::user)
                .orElseThrow(StoreCommand::notFound);
    }

    /** Page by page: there may be more users than fit into memory. */
    private void all(JdbcUserStore users, RowCount count) {
        Optional<UserId> after = Optional.empty();
        List<User> page;
        do {
            page = users.list(after, SearchRequest.MOST_LIMIT);
            for (User user : page) {
                remap(user, users, count);
                after = Optional.of(user.id());
            }
        } while (!page.isEmpty());
    }

    private void remap(User user, JdbcUserStore users, RowCount count) {
        total++;
        count.show(total);
        Remap remap = Remap.over(users, connections.apply(user), Clock.systemUTC());
        Remapped seen = remap.preview(user);
        if (!seen.isChange()) {
            return;
        }
        Optional<JsonObject> told = apply ? applied(remap, user) : Optional.of(RemapJson.write(seen));
        told.ifPresent(line -> {
            changed += line.has("error") ? 0 : 1;
            count.clear();
            terminal().print(isPretty() ? PrettyRemap.user(line) : line.toJson());
        });
    }

    /** What was carried out, or refused; nothing where somebody else has done it meanwhile. */
    private Optional<JsonObject> applied(Remap remap, User user) {
        ChangeResult result = remap.apply(user.id());
        if (result instanceof ChangeResult.Refused no) {
            refused++;
            JsonObject.Builder told =
                    JsonObject.builder().put("user_id", user.id().value());
            RefusalJson.write(no.refusal().orElseThrow()).forEach(told::put);
            return Optional.of(told.build());
        }
        ChangeResult.Done done = (ChangeResult.Done) result;
        // The decisions about the user as it was by then, which may not be as it was listed.
        return done.isChange() ? done.before().map(remap::preview).map(RemapJson::write) : Optional.empty();
    }
}

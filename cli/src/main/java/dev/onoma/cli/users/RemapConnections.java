package dev.onoma.cli.users;

import dev.onoma.cli.Providers;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.map.ProviderChoice;
import dev.onoma.cli.map.TrustWords;
import dev.onoma.cli.run.ConnectionsFile;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** By which connections users are mapped again. */
final class RemapConnections {
    @Option(
            names = "--connections",
            paramLabel = "FILE",
            description = "connections as in a scenario, one a line: {\"connection\":{\"name\":…}}")
    private Optional<String> file = Optional.empty();

    @Option(names = "--connection", paramLabel = "NAME", description = "one connection; default: all")
    private Optional<String> name = Optional.empty();

    @Option(names = "--provider", paramLabel = "P", description = "the connection's provider; default: the identity's")
    private Optional<String> provider = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "a mapping file, in place of --provider")
    private Optional<String> mapping = Optional.empty();

    @Option(names = "--deny", paramLabel = "CLAIM", description = "a top-level claim to leave out; repeatable")
    private List<String> deny = new ArrayList<>();

    @Option(
            names = "--email-trust",
            paramLabel = "TRUST",
            description = "from_claim, always, never, or domains: example.com,example.org")
    private Optional<String> emailTrust = Optional.empty();

    @Option(names = "--sync", paramLabel = "MODE", description = "a sync rule, such as on_each_login")
    private Optional<String> sync = Optional.empty();

    /**
     * The connections of a user.
     *
     * @throws WrongCallException when the options do not go together, or one of them or its file is wrong
     */
    Function<User, Connections> read(Terminal terminal) {
        boolean refined = !deny.isEmpty() || emailTrust.isPresent() || sync.isPresent();
        boolean described = provider.isPresent() || mapping.isPresent();
        if (file.isPresent()) {
            if (name.isPresent() || described || refined) {
                throw new WrongCallException("--connections says all of the connections, and stands alone");
            }
            Connections all = ConnectionsFile.read(file.get(), terminal);
            return user -> all;
        }
        if (name.isEmpty() && (described || refined)) {
            throw new WrongCallException("--provider, --mapping, --deny, --email-trust and --sync need --connection");
        }
        if (described) {
            ProviderChoice chosen = ProviderChoice.of(provider, mapping, terminal, "users remap");
            Connections one = Connections.of(built(chosen.connection(name.orElseThrow())));
            return user -> one;
        }
        // What is wrong with the options is wrong for every user, and for none.
        name.ifPresent(only -> Providers.find("oidc").ifPresent(any -> built(Connection.of(only, any))));
        return user -> presets(user);
    }

    /** Anew for each user: a store may have more connections than fit into memory. */
    private Connections presets(User user) {
        Map<String, Connection> presets = new HashMap<>();
        for (Identity identity : user.identities()) {
            if (name.isEmpty() || name.get().equals(identity.connection())) {
                Providers.find(identity.provider())
                        .ifPresent(table -> presets.put(identity.connection(), preset(identity.connection(), table)));
            }
        }
        return Connections.of(presets.values());
    }

    private Connection preset(String connection, Provider table) {
        return built(Connection.of(connection, table)
                .syncPolicy(table.kind().isOwn() ? SyncPolicy.ON_FIRST_LOGIN : SyncPolicy.ON_EACH_LOGIN));
    }

    private Connection built(Connection.Builder connection) {
        try {
            connection.deny(deny.toArray(new String[0]));
            emailTrust.map(TrustWords::read).ifPresent(connection::emailTrust);
            sync.map(RemapConnections::mode).ifPresent(connection::syncPolicy);
            return connection.build();
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException(String.valueOf(wrong.getMessage()));
        }
    }

    private static SyncPolicy mode(String rule) {
        return SyncRule.named(rule)
                .map(SyncPolicy::ofMode)
                .orElseThrow(() -> new WrongCallException("--sync must be a sync rule such as on_each_login"));
    }
}

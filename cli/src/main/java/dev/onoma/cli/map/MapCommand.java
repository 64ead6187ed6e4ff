package dev.onoma.cli.map;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Providers;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.json.RawJson;
import dev.onoma.cli.output.Pretty;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.RefusalJson;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.provider.RefusedClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raw provider documents in, one normalized profile a line out. */
@Command(
        name = "map",
        description = "Prints the normalized profile of each provider document.",
        mixinStandardHelpOptions = true)
public final class MapCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--provider",
            paramLabel = "P",
            description = "google, facebook, github, discord, microsoft, apple, linkedin, database or oidc")
    private Optional<String> provider = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "a mapping file, YAML or JSON, in place of --provider")
    private Optional<String> mapping = Optional.empty();

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description = "the connection's name; default: the provider's, as in user ids")
    private Optional<String> connection = Optional.empty();

    @Option(names = "--deny", paramLabel = "CLAIM", description = "a top-level claim to leave out; repeatable")
    private List<String> deny = new ArrayList<>();

    @Option(
            names = "--email-trust",
            paramLabel = "TRUST",
            description = "from_claim (default), always, never, or domains such as example.com,example.org")
    private Optional<String> emailTrust = Optional.empty();

    @Option(names = "--explain", description = "say of each root attribute where it is from, and what was tried before")
    private boolean explain;

    @Option(names = "--check", description = "run the files, or those of a folder, as fixtures: passed or failed")
    private boolean check;

    @Option(names = "--pretty", description = "print tables for reading instead of JSON lines")
    private boolean pretty;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "documents, default, and -: standard input; with --check fixtures")
    private List<String> files = new ArrayList<>();

    public MapCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProviderChoice chosen = ProviderChoice.of(provider, mapping, terminal, "map");
        Connection mapped = connection(chosen);
        if (check) {
            return checkFixtures(chosen, mapped);
        }
        List<byte[]> texts = new ArrayList<>();
        for (String file : files.isEmpty() ? List.of("-") : files) {
            texts.add(terminal.read(file));
        }
        boolean refused = false;
        for (byte[] text : texts) {
            List<byte[]> documents = RawJson.documents(text);
            for (byte[] document : documents.isEmpty() ? List.of(new byte[0]) : documents) {
                refused |= print(mapped.normalize(claims(document, mapped.provider())));
            }
        }
        return refused ? ExitStatus.REFUSED : ExitStatus.FINE;
    }

    private int checkFixtures(ProviderChoice chosen, Connection mapped) {
        if (!deny.isEmpty() || emailTrust.isPresent()) {
            throw new WrongCallException("--check takes --deny and --email-trust from the fixtures");
        }
        if (files.isEmpty()) {
            throw new WrongCallException("--check needs fixtures: files, or folders of them");
        }
        return new FixtureCheck(terminal, explain, pretty)
                .run(() -> chosen.connection(mapped.name()), files, Providers.evidence(mapped.provider()));
    }

    private Connection connection(ProviderChoice chosen) {
        try {
            Connection.Builder built =
                    chosen.connection(connection.orElse(chosen.name())).deny(deny.toArray(new String[0]));
            emailTrust.map(TrustWords::read).ifPresent(built::emailTrust);
            return built.build();
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException(String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Both sources of an OpenID Connect login in one document, or the one document that there is. The names alone
     * decide: a token that nobody decoded is to be refused as such, not as claims without a subject.
     */
    private static Claims claims(byte[] document, Provider table) {
        Optional<Map<String, byte[]>> members =
                table.kind() == ProviderKind.DATABASE ? Optional.empty() : RawJson.members(document);
        boolean sources = members.filter(
                        all -> !all.isEmpty() && Set.of("id_token", "userinfo").containsAll(all.keySet()))
                .isPresent();
        return sources
                ? Providers.claims(members.map(all -> all.get("id_token")), members.map(all -> all.get("userinfo")))
                : Providers.claims(document, table);
    }

    /** Prints a profile, or the error in its place; true when it was an error. */
    private boolean print(Normalization normalization) {
        boolean refused = normalization instanceof RefusedClaims;
        JsonObject result = normalization instanceof RefusedClaims claims
                ? RefusalJson.write(claims.refusal())
                : explained((NormalizedProfile) normalization);
        terminal.print(pretty ? Pretty.profile(result) : result.toJson());
        return refused;
    }

    private JsonObject explained(NormalizedProfile profile) {
        JsonObject json = profile.toJson();
        return explain ? json.with("explanation", profile.explain().toJson()) : json;
    }
}

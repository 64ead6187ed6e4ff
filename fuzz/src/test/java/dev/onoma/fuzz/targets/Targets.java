package dev.onoma.fuzz.targets;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.fuzz.Target;
import dev.onoma.providers.apple.Apple;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.discord.Discord;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.providers.github.GitHub;
import dev.onoma.providers.google.Google;
import dev.onoma.providers.linkedin.LinkedIn;
import dev.onoma.providers.microsoft.Microsoft;
import dev.onoma.providers.oidc.Oidc;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All targets, by their names. */
public final class Targets {
    private static final SortedMap<String, Supplier<Target>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("callback", CallbackTarget::new),
            Map.entry("claims", ClaimsTarget::new),
            Map.entry("cursor", CursorTarget::new),
            Map.entry("handle", HandleTarget::new),
            Map.entry("id-token", IdTokenTarget::new),
            Map.entry("import-rows", RowsTarget::new),
            Map.entry("key-set", KeySetTarget::new),
            Map.entry("mapper-apple", mapper("apple", Apple.connection("c"), Evidence.VERIFIED_ID_TOKEN)),
            Map.entry("mapper-database", mapper("database", Database.connection("c"), Evidence.IMPORT)),
            Map.entry("mapper-discord", mapper("discord", Discord.connection("c"), Evidence.USERINFO_RESPONSE)),
            Map.entry("mapper-facebook", mapper("facebook", Facebook.connection("c"), Evidence.GRAPH_API_RESPONSE)),
            Map.entry("mapper-github", mapper("github", GitHub.connection("c"), Evidence.USERINFO_RESPONSE)),
            Map.entry("mapper-google", mapper("google", Google.connection("c"), Evidence.USERINFO_RESPONSE)),
            Map.entry("mapper-linkedin", mapper("linkedin", LinkedIn.connection("c"), Evidence.USERINFO_RESPONSE)),
            Map.entry("mapper-microsoft", mapper("microsoft", Microsoft.connection("c"), Evidence.VERIFIED_ID_TOKEN)),
            Map.entry(
                    "mapper-oidc",
                    mapper("oidc", Oidc.connection("c", "https://issuer.example"), Evidence.VERIFIED_ID_TOKEN)),
            Map.entry("mapping-file", MappingFileTarget::new),
            Map.entry("password-hash", PasswordHashTarget::new),
            Map.entry("password-import", PasswordImportTarget::new),
            Map.entry("query", QueryTarget::new),
            Map.entry("signed-request", SignedRequestTarget::new),
            Map.entry("user-json", UserJsonTarget::new)));

    private Targets() {}

    private static Supplier<Target> mapper(String provider, Connection.Builder preset, Evidence usual) {
        return () -> new MapperTarget(provider, preset.build(), usual);
    }

    /** The names of all, in order. */
    public static Iterable<String> names() {
        return ALL.keySet();
    }

    /**
     * A target, made anew.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Target named(String name) {
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no target \"" + name + "\"; there are " + ALL.keySet()))
                .get();
    }
}

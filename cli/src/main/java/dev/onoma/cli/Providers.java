package dev.onoma.cli;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.providers.apple.Apple;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.discord.Discord;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.providers.github.GitHub;
import dev.onoma.providers.google.Google;
import dev.onoma.providers.linkedin.LinkedIn;
import dev.onoma.providers.microsoft.Microsoft;
import dev.onoma.providers.oidc.Oidc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The providers that the command line knows, by the names that may be written for them. */
public final class Providers {
    private static final Map<String, Provider> BY_NAME = byName();

    private Providers() {}

    private static Map<String, Provider> byName() {
        Map<String, Provider> providers = new LinkedHashMap<>();
        providers.put("google", Google.PROVIDER);
        providers.put("google-oauth2", Google.PROVIDER);
        providers.put("facebook", Facebook.PROVIDER);
        providers.put("github", GitHub.PROVIDER);
        providers.put("discord", Discord.PROVIDER);
        providers.put("microsoft", Microsoft.PROVIDER);
        providers.put("apple", Apple.PROVIDER);
        providers.put("linkedin", LinkedIn.PROVIDER);
        providers.put("database", Database.PROVIDER);
        providers.put("oidc", Oidc.PROVIDER);
        return providers;
    }

    public static Optional<Provider> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names, for a message. */
    public static String known() {
        return String.join(", ", BY_NAME.keySet());
    }

    /** What a document is that stands for all that the provider was asked. */
    public static Evidence evidence(Provider provider) {
        return provider.kind() == ProviderKind.DATABASE
                ? Evidence.IMPORT
                : provider.name().equals("facebook") ? Evidence.GRAPH_API_RESPONSE : Evidence.USERINFO_RESPONSE;
    }

    /** The claims of a document that stands for all that the provider was asked. */
    public static Claims claims(byte[] document, Provider provider) {
        return Claims.parse(document, evidence(provider));
    }

    /** The claims of the sources of an OpenID Connect login; an id_token alone leaves userinfo not consulted. */
    public static Claims claims(Optional<byte[]> idToken, Optional<byte[]> userinfo) {
        Optional<Claims> first = idToken.map(document -> Claims.parse(document, Evidence.VERIFIED_ID_TOKEN));
        Optional<Claims> second = userinfo.map(document -> Claims.parse(document, Evidence.USERINFO_RESPONSE));
        return first.isPresent() && second.isPresent()
                ? first.get().and(second.get())
                : first.or(() -> second).orElseThrow();
    }
}

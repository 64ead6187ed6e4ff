package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a provider issued in one login. They are for the caller alone: nothing here stores or logs them, and
 * the text form says only which ones there are. Immutable.
 */
public final class ProviderTokens {
    private final String accessToken;
    private final @Nullable String refreshToken;
    private final @Nullable String idToken;
    private final @Nullable Instant expiresAt;
    private final Set<String> scopes;

    private ProviderTokens(Builder builder) {
        this.accessToken = builder.accessToken;
        this.refreshToken = builder.refreshToken;
        this.idToken = builder.idToken;
        this.expiresAt = builder.expiresAt;
        this.scopes = builder.scopes;
    }

    /** A builder for the tokens beside an access token. */
    public static Builder of(String accessToken) {
        return new Builder(accessToken);
    }

    public String accessToken() {
        return accessToken;
    }

    /** The refresh token; empty when the provider issued none. */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /** The id_token as it was received; empty when the provider issued none. */
    public Optional<String> idToken() {
        return Optional.ofNullable(idToken);
    }

    /** When the access token expires, by our clock; empty when the provider did not say. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** The scopes that were granted, in order: those asked for, where the provider did not say otherwise. */
    public Set<String> scopes() {
        return scopes;
    }

    @Override
    public String toString() {
        return "ProviderTokens[access" + (refreshToken == null ? "" : ", refresh") + (idToken == null ? "" : ", id")
                + "]";
    }

    /** Collects tokens. */
    public static final class Builder {
        private final String accessToken;
        private @Nullable String refreshToken;
        private @Nullable String idToken;
        private @Nullable Instant expiresAt;
        private Set<String> scopes = Set.of();

        private Builder(String accessToken) {
            this.accessToken = requireNonNull(accessToken, "accessToken");
        }

        public Builder refreshToken(String token) {
            refreshToken = requireNonNull(token, "token");
            return this;
        }

        public Builder idToken(String token) {
            idToken = requireNonNull(token, "token");
            return this;
        }

        public Builder expiresAt(Instant at) {
            expiresAt = requireNonNull(at, "at");
            return this;
        }

        public Builder scopes(Set<String> granted) {
            scopes = Collections.unmodifiableSet(new LinkedHashSet<>(granted));
            return this;
        }

        public ProviderTokens build() {
            return new ProviderTokens(this);
        }
    }
}

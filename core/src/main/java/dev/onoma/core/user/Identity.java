package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;

/**
 * One account at one connection.
 *
 * @param key what it is known by
 * @param provider the provider's name
 * @param isSocial whether the provider is a public service
 * @param profileData the raw claims of its latest login
 */
public record Identity(IdentityKey key, String provider, boolean isSocial, JsonObject profileData) {
    public Identity {
        requireNonNull(key, "key");
        requireNonNull(provider, "provider");
        requireNonNull(profileData, "profileData");
    }

    public String connection() {
        return key.connection();
    }

    public String subject() {
        return key.subject();
    }

    /** This identity with the claims of a later login. */
    public Identity withProfileData(JsonObject claims) {
        return new Identity(key, provider, isSocial, claims);
    }

    @Override
    public String toString() {
        return "Identity[" + connection() + "]";
    }
}

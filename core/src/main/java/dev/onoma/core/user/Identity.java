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
 * @param isVouchedFor whether these claims alone say no more of verified addresses than that login did; otherwise a flag
 *     in them is not believed when the identity is unlinked
 */
public record Identity(
        IdentityKey key, String provider, boolean isSocial, JsonObject profileData, boolean isVouchedFor) {
    public Identity {
        requireNonNull(key, "key");
        requireNonNull(provider, "provider");
        requireNonNull(profileData, "profileData");
    }

    /** An identity whose claims came from one source that was verified. */
    public Identity(IdentityKey key, String provider, boolean isSocial, JsonObject profileData) {
        this(key, provider, isSocial, profileData, true);
    }

    public String connection() {
        return key.connection();
    }

    public String subject() {
        return key.subject();
    }

    /** This identity with other claims, as far vouched for as these. */
    public Identity withProfileData(JsonObject claims) {
        return withProfileData(claims, isVouchedFor);
    }

    /** This identity with the claims of a later login. */
    public Identity withProfileData(JsonObject claims, boolean vouchedFor) {
        return new Identity(key, provider, isSocial, claims, vouchedFor);
    }

    @Override
    public String toString() {
        return "Identity[" + connection() + "]";
    }
}

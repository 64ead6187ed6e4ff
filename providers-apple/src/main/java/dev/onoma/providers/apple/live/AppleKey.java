package dev.onoma.providers.apple.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.oidc.SigningKey;

/**
 * A key that a team has made for Sign in with Apple: what its clients sign their secrets with. Immutable. Its text form
 * tells nothing of it.
 *
 * @see <a href="https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret">
 *     Creating a client secret</a>
 */
public final class AppleKey {
    private final String teamId;
    private final SigningKey key;

    private AppleKey(String teamId, SigningKey key) {
        this.teamId = teamId;
        this.key = key;
    }

    /**
     * A key.
     *
     * @param teamId the team's id, ten characters
     * @param keyId the key's id, ten characters
     * @param p8 the content of the file {@code AuthKey_….p8}
     * @throws IllegalArgumentException when an id is no such id, or the file's content no key for ES256
     */
    public static AppleKey of(String teamId, String keyId, String p8) {
        return new AppleKey(id(teamId, "a team's id"), SigningKey.es256(id(keyId, "a key's id"), p8));
    }

    private static String id(String text, String part) {
        if (!requireNonNull(text, part).matches("[A-Z0-9]{10}")) {
            throw new IllegalArgumentException(part + " must be ten of A-Z and 0-9");
        }
        return text;
    }

    String teamId() {
        return teamId;
    }

    SigningKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "AppleKey";
    }
}

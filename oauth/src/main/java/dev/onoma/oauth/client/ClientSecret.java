package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * What a client shows a token endpoint, and how. Its text form tells nothing of it.
 *
 * @param current the secret as it is now
 * @param shown how it is shown
 */
record ClientSecret(Supplier<String> current, ClientAuthentication shown) {
    /** Of a client that can keep no secret. */
    static final ClientSecret NONE = new ClientSecret(() -> "", ClientAuthentication.NONE);

    static ClientSecret of(Supplier<String> current, ClientAuthentication shown) {
        if (shown == ClientAuthentication.NONE) {
            throw new IllegalArgumentException("a client with a secret must show it");
        }
        return new ClientSecret(requireNonNull(current, "current"), shown);
    }

    String value() {
        return current.get();
    }

    @Override
    public String toString() {
        return "ClientSecret[" + shown + "]";
    }
}

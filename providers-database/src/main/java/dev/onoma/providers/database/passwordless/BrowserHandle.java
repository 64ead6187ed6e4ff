package dev.onoma.providers.database.passwordless;

import java.time.Instant;

/**
 * What a browser holds between asking for a code and typing it.
 *
 * @param address as it was typed; a number in E.164
 * @param secret what nobody knows who did not ask for the code
 * @param expiresAt from when on it is good for nothing
 */
record BrowserHandle(String address, String secret, Instant expiresAt) {
    @Override
    public String toString() {
        return "BrowserHandle[" + expiresAt + "]";
    }
}

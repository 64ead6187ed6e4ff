package dev.onoma.examples.web;

import java.util.Map;
import java.util.Optional;

/**
 * The application's registration at a real provider.
 *
 * @param clientId what the provider calls the application
 * @param clientSecret what the application proves itself by
 */
record Registration(String clientId, String clientSecret) {
    /** The registration in {@code PREFIX_CLIENT_ID} and {@code PREFIX_CLIENT_SECRET}, if both are set. */
    static Optional<Registration> from(Map<String, String> environment, String prefix) {
        String id = environment.getOrDefault(prefix + "_CLIENT_ID", "");
        String secret = environment.getOrDefault(prefix + "_CLIENT_SECRET", "");
        if (id.isBlank() != secret.isBlank()) {
            throw new IllegalArgumentException(
                    prefix + "_CLIENT_ID and " + prefix + "_CLIENT_SECRET are set both, or neither");
        }
        return id.isBlank() ? Optional.empty() : Optional.of(new Registration(id, secret));
    }

    @Override
    public String toString() {
        return "Registration";
    }
}

package dev.onoma.core.history;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an event came from, as far as the application says.
 *
 * @param connection the connection's name
 * @param clientId the application that the person was using
 * @param ip the person's address
 * @param userAgent the browser's name for itself
 */
public record Origin(
        Optional<String> connection, Optional<String> clientId, Optional<String> ip, Optional<String> userAgent) {
    public static final Origin NONE =
            new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Origin {
        requireNonNull(connection, "connection");
        requireNonNull(clientId, "clientId");
        requireNonNull(ip, "ip");
        requireNonNull(userAgent, "userAgent");
    }

    /** The connection, and not the addresses. */
    @Override
    public String toString() {
        return "Origin[" + connection.orElse("") + "]";
    }
}

package dev.onoma.core.history;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;
import java.util.Optional;

/**
 * Where an event came from, as far as the application says. Much of it comes from headers: what no store would take,
 * what nobody would read, and what is longer than 512 characters, is dropped.
 *
 * @param connection the connection's name
 * @param clientId the application that the person was using
 * @param ip the person's address
 * @param userAgent the browser's name for itself
 */
public record Origin(
        Optional<String> connection, Optional<String> clientId, Optional<String> ip, Optional<String> userAgent) {
    private static final int LONGEST_TEXT = 512;

    public static final Origin NONE =
            new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Origin {
        requireNonNull(connection, "connection");
        clientId = clientId.flatMap(Origin::plain);
        ip = ip.flatMap(Origin::plain);
        userAgent = userAgent.flatMap(Origin::plain);
    }

    /** That of a request. */
    public static Origin of(Optional<String> ip, Optional<String> userAgent, Optional<String> clientId) {
        return new Origin(Optional.empty(), clientId, ip, userAgent);
    }

    /** That of a request from an address. */
    public static Origin ofIp(String ip) {
        return of(Optional.of(ip), Optional.empty(), Optional.empty());
    }

    /** A header's text without what no store would take; empty where nothing is left, or too much. */
    public static Optional<String> plain(String text) {
        if (Characters.isVisibleAscii(text) && !text.isEmpty() && text.length() <= LONGEST_TEXT) {
            return Optional.of(text);
        }
        String safe = Characters.withoutUnsafe(text).replaceAll("\\p{Cc}", "").strip();
        return safe.isEmpty() || !Characters.atMost(safe, LONGEST_TEXT) ? Optional.empty() : Optional.of(safe);
    }

    /** This origin, through a connection. */
    public Origin through(String connectionName) {
        return new Origin(Optional.of(connectionName), clientId, ip, userAgent);
    }

    /** The connection, and not the addresses. */
    @Override
    public String toString() {
        return "Origin[" + connection.orElse("") + "]";
    }
}

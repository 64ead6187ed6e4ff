package dev.onoma.core.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.claims.Claims;
import java.util.Optional;

/** One login: what was claimed, through which connection, and from where. Immutable. */
public final class Login {
    private static final int LONGEST_TEXT = 512;

    private final String connection;
    private final Claims claims;
    private final Optional<String> ip;
    private final Optional<String> userAgent;
    private final Optional<String> clientId;

    private Login(
            String connection,
            Claims claims,
            Optional<String> ip,
            Optional<String> userAgent,
            Optional<String> clientId) {
        this.connection = requireNonNull(connection, "connection");
        this.claims = requireNonNull(claims, "claims");
        this.ip = ip;
        this.userAgent = userAgent;
        this.clientId = clientId;
    }

    /** A login through a connection, by its name. */
    public static Login of(String connection, Claims claims) {
        return new Login(connection, claims, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This login with the address that it came from. */
    public Login ip(String address) {
        return new Login(connection, claims, plain(address), userAgent, clientId);
    }

    /** This login with the browser's name for itself. */
    public Login userAgent(String name) {
        return new Login(connection, claims, ip, plain(name), clientId);
    }

    /** This login with the application that the person logs in to. */
    public Login clientId(String id) {
        return new Login(connection, claims, ip, userAgent, plain(id));
    }

    /** These come from request headers: what no store would take, and what nobody would read, is dropped. */
    private static Optional<String> plain(String text) {
        String safe = Characters.withoutUnsafe(text).replaceAll("\\p{Cc}", "").strip();
        return safe.isEmpty() || !Characters.atMost(safe, LONGEST_TEXT) ? Optional.empty() : Optional.of(safe);
    }

    public String connection() {
        return connection;
    }

    public Claims claims() {
        return claims;
    }

    /** The address that it came from; empty when it is not known, or longer than 512 characters. */
    public Optional<String> ip() {
        return ip;
    }

    /** The browser's name for itself; empty when it is not known, or longer than 512 characters. */
    public Optional<String> userAgent() {
        return userAgent;
    }

    /** The application that the person logs in to; empty when it is not known, or longer than 512 characters. */
    public Optional<String> clientId() {
        return clientId;
    }

    @Override
    public String toString() {
        return "Login[" + connection + ", " + claims + "]";
    }
}

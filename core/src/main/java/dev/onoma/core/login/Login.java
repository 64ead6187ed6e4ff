package dev.onoma.core.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.history.Origin;
import java.util.Optional;

/** One login: what was claimed, through which connection, and from where. Immutable. */
public final class Login {
    private final String connection;
    private final Claims claims;
    private final Optional<String> ip;
    private final Optional<String> userAgent;
    private final Optional<String> clientId;
    private final boolean onlyKnown;

    private Login(
            String connection,
            Claims claims,
            Optional<String> ip,
            Optional<String> userAgent,
            Optional<String> clientId,
            boolean onlyKnown) {
        this.connection = requireNonNull(connection, "connection");
        this.claims = requireNonNull(claims, "claims");
        this.ip = ip;
        this.userAgent = userAgent;
        this.clientId = clientId;
        this.onlyKnown = onlyKnown;
    }

    /** A login through a connection, by its name. */
    public static Login of(String connection, Claims claims) {
        return new Login(connection, claims, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** This login with the address that it came from. */
    public Login ip(String address) {
        return new Login(connection, claims, Origin.plain(address), userAgent, clientId, onlyKnown);
    }

    /** This login with the browser's name for itself. */
    public Login userAgent(String name) {
        return new Login(connection, claims, ip, Origin.plain(name), clientId, onlyKnown);
    }

    /** This login with the application that the person logs in to. */
    public Login clientId(String id) {
        return new Login(connection, claims, ip, userAgent, Origin.plain(id), onlyKnown);
    }

    /** This login from where a request came. */
    public Login from(Origin origin) {
        return new Login(connection, claims, origin.ip(), origin.userAgent(), origin.clientId(), onlyKnown);
    }

    /** This login, good for a known identity alone: an unknown one is refused with {@code unknown_user}. */
    public Login onlyKnown() {
        return new Login(connection, claims, ip, userAgent, clientId, true);
    }

    public String connection() {
        return connection;
    }

    public Claims claims() {
        return claims;
    }

    /** Whether it creates nobody. */
    public boolean isOnlyKnown() {
        return onlyKnown;
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

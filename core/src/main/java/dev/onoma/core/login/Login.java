package dev.onoma.core.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.credential.Credential;
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
    private final Optional<Credential> credential;

    private Login(
            String connection,
            Claims claims,
            Optional<String> ip,
            Optional<String> userAgent,
            Optional<String> clientId,
            boolean onlyKnown,
            Optional<Credential> credential) {
        this.connection = requireNonNull(connection, "connection");
        this.claims = requireNonNull(claims, "claims");
        this.ip = ip;
        this.userAgent = userAgent;
        this.clientId = clientId;
        this.onlyKnown = onlyKnown;
        this.credential = credential;
    }

    /** A login through a connection, by its name. */
    public static Login of(String connection, Claims claims) {
        return new Login(
                connection, claims, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** This login with the address that it came from. */
    public Login ip(String address) {
        return new Login(connection, claims, Origin.plain(address), userAgent, clientId, onlyKnown, credential);
    }

    /** This login with the browser's name for itself. */
    public Login userAgent(String name) {
        return new Login(connection, claims, ip, Origin.plain(name), clientId, onlyKnown, credential);
    }

    /** This login with the application that the person logs in to. */
    public Login clientId(String id) {
        return new Login(connection, claims, ip, userAgent, Origin.plain(id), onlyKnown, credential);
    }

    /** This login from where a request came. */
    public Login from(Origin origin) {
        return new Login(connection, claims, origin.ip(), origin.userAgent(), origin.clientId(), onlyKnown, credential);
    }

    /** This login, good for a known identity alone: an unknown one is refused with {@code unknown_user}. */
    public Login onlyKnown() {
        return new Login(connection, claims, ip, userAgent, clientId, true, credential);
    }

    /**
     * This login, which brings along how the person logs in from now on: written in one with the identity, where the
     * login makes it. For processors over an {@link dev.onoma.core.store.AccountStore}.
     *
     * @param made a new credential of the login's own identity
     */
    public Login withCredential(Credential made) {
        return new Login(connection, claims, ip, userAgent, clientId, onlyKnown, Optional.of(made));
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

    /** The credential that an identity gets which this login makes; empty when it gets none. */
    public Optional<Credential> credential() {
        return credential;
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

package dev.onoma.oauth.transaction;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.client.CodeVerifier;
import dev.onoma.oauth.client.LoginClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A login that was started and has not come back: what binds its callback to the browser, the connection, the issuer and
 * the redirect URI. Its text form tells no secret of it.
 *
 * @param purpose what it was started for
 * @param state what the callback has to repeat
 * @param nonce what an id_token has to repeat
 * @param verifier by which the code is redeemed
 * @param binding to which client, at which issuer, by which redirect URI
 * @param returnTo where the browser goes after the login, checked already
 * @param startedAt when it was started
 */
public record LoginTransaction(
        Purpose purpose,
        String state,
        String nonce,
        CodeVerifier verifier,
        Binding binding,
        String returnTo,
        Instant startedAt) {
    public LoginTransaction {
        requireNonNull(purpose, "purpose");
        requireNonNull(state, "state");
        requireNonNull(nonce, "nonce");
        requireNonNull(verifier, "verifier");
        requireNonNull(binding, "binding");
        requireNonNull(returnTo, "returnTo");
        requireNonNull(startedAt, "startedAt");
    }

    /** Whether a callback repeats the state. Takes the same time whatever it repeats. */
    public boolean hasState(Optional<String> repeated) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), repeated.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /** The name under which its use is remembered: a hash, from which nothing of it follows. */
    public String useName() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of("onoma-use\n" + state));
    }

    @Override
    public String toString() {
        return "LoginTransaction[" + binding.connection() + ", " + startedAt + "]";
    }

    /**
     * What a login is started for.
     *
     * @param linkTo for whom the login's account is to be linked, as a hash of their identity; empty for a plain login
     */
    public record Purpose(String linkTo) {
        /** A plain login. */
        public static final Purpose LOGIN = new Purpose("");

        /** Linking to whoever is signed in with an identity. */
        public static Purpose linkingTo(String connection, String subject) {
            return new Purpose(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Sha256.of("onoma-link\n" + connection + "\n" + subject)));
        }
    }

    /**
     * To which client, at which issuer, by which redirect URI a login was started.
     *
     * @param connection the connection's name
     * @param issuer the issuer; empty where the provider has none
     */
    public record Binding(String connection, String clientId, String issuer, String redirectUri) {
        /** The binding to a client as it is configured now. */
        public static Binding to(LoginClient client) {
            return new Binding(
                    client.connection().name(),
                    client.clientId(),
                    client.issuer().orElse(""),
                    client.redirectUri().toString());
        }

        @Override
        public String toString() {
            return "Binding[" + connection + "]";
        }
    }
}

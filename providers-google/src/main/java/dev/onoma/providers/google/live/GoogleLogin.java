package dev.onoma.providers.google.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.oidc.ProviderMetadata;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Live logins with Google: by redirect through {@link #client()}, and with what Google's own button and One Tap, or a
 * phone's account, hand over. One for each registration, for as long as the application runs: it keeps Google's keys.
 * Thread-safe.
 *
 * <pre>{@code
 * GoogleLogin google = GoogleLogin.of(Google.connection("google-oauth2").build(), id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(google.client()).build();
 * }</pre>
 *
 * @see <a href="https://developers.google.com/identity/openid-connect/openid-connect">OpenID Connect at Google</a>
 */
public final class GoogleLogin {
    /** Google's issuer. */
    public static final String ISSUER = "https://accounts.google.com";

    /** The other spelling, which Google's tokens may bear as well. */
    public static final String ISSUER_WITHOUT_SCHEME = "accounts.google.com";

    /**
     * Google, as its discovery document has it.
     *
     * @see <a href="https://accounts.google.com/.well-known/openid-configuration">Google's discovery document</a>
     */
    public static final ProviderMetadata GOOGLE = ProviderMetadata.known(
                    ISSUER,
                    Endpoints.of("https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token"),
                    URI.create("https://www.googleapis.com/oauth2/v3/certs"))
            .userinfo(URI.create("https://openidconnect.googleapis.com/v1/userinfo"));

    private final OidcLogin login;
    private final OAuthLimits limits;

    private GoogleLogin(OidcLogin login, OAuthLimits limits) {
        this.login = login;
        this.limits = limits;
    }

    /**
     * A builder.
     *
     * @param clientId of the web application's registration
     * @param redirectUri as it is registered
     */
    public static Builder of(Connection connection, String clientId, String secret, URI redirectUri) {
        // Both spellings: https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
        return new Builder(OidcLogin.of(GOOGLE, connection, clientId, redirectUri)
                .secret(secret)
                .scope("email", "profile")
                .issuers(IssuerRule.anyOf(ISSUER, ISSUER_WITHOUT_SCHEME))
                .userinfo(false));
    }

    /** The registration, for the login flow. */
    public LoginClient client() {
        return login.client();
    }

    /**
     * The claims of an id_token that came from Google's button, One Tap or a phone's account, through the application's
     * own client. Anybody can send anything: it is checked as in the redirect, the hosted domain included.
     *
     * @param nonce the nonce that the application gave to Google for this very login
     * @throws DeniedException when the token is not acceptable
     */
    public Claims idToken(String token, String nonce) {
        return login.idToken(token, nonce);
    }

    /**
     * The claims of an id_token that came without a nonce. Nothing then says that it was made for this login and not for
     * an earlier one of the last ten minutes: prefer {@link #idToken(String, String)}.
     *
     * @throws DeniedException when the token is not acceptable
     */
    public Claims idTokenWithoutNonce(String token) {
        return login.idTokenWithoutNonce(token);
    }

    /**
     * The claims of a credential that Google's button or One Tap posted to the application's {@code login_uri}.
     *
     * @param posted its form and cookie
     * @param nonce the {@code data-nonce} of the button for this very login
     * @throws DeniedException when the cookie does not match, or the credential is not acceptable
     */
    public Claims credential(PostedCredential posted, String nonce) {
        return idToken(posted.credential(limits), nonce);
    }

    /**
     * The claims of a credential from a button without a {@code data-nonce}; see {@link #idTokenWithoutNonce(String)}.
     *
     * @throws DeniedException when the cookie does not match, or the credential is not acceptable
     */
    public Claims credentialWithoutNonce(PostedCredential posted) {
        return idTokenWithoutNonce(posted.credential(limits));
    }

    @Override
    public String toString() {
        return "GoogleLogin[" + client() + "]";
    }

    /** Collects a registration. */
    public static final class Builder {
        private final OidcLogin.Builder login;
        private final Set<String> domains = new LinkedHashSet<>();
        private OAuthLimits limits = OAuthLimits.STANDARD;

        private Builder(OidcLogin.Builder login) {
            this.login = login;
        }

        /**
         * Admits accounts of a Google Workspace domain only; call again for each. The token's {@code hd} decides: that
         * the account chooser shows others no more is a courtesy of Google's. Default: every account.
         *
         * @param domain such as {@code example.com}, in lower case
         */
        public Builder hostedDomain(String domain) {
            if (!domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
                throw new IllegalArgumentException("a hosted domain must be a domain's name in lower case");
            }
            domains.add(domain);
            return this;
        }

        /** Another client of the same project whose tokens are for this one, as a phone's; call again for each. */
        public Builder authorizedParty(String otherClientId) {
            requireNonNull(otherClientId, "otherClientId");
            login.idTokens(rules -> rules.authorizedParty(otherClientId));
            return this;
        }

        /** Asks userinfo too, at each login. Default: the id_token says enough. */
        public Builder userinfo() {
            login.userinfo(true);
            return this;
        }

        /** Where Google is: elsewhere only in tests. Default: {@link #GOOGLE}. */
        public Builder at(ProviderMetadata elsewhere) {
            login.at(elsewhere);
            return this;
        }

        /** The way to Google, limits and clock. Default: {@link Environment#standard()}. */
        public Builder in(Environment environment) {
            login.in(environment);
            limits = environment.limits();
            return this;
        }

        /** The registration. */
        public GoogleLogin build() {
            HostedDomains admitted = new HostedDomains(Set.copyOf(domains));
            admitted.hint().ifPresent(hint -> login.request(client -> client.parameter("hd", hint)));
            return new GoogleLogin(login.admit(admitted::check).build(), limits);
        }
    }
}

package dev.onoma.providers.google.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.ClaimsSource;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.oidc.IdTokenExpectation;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.JwksSource;
import dev.onoma.oauth.oidc.OidcClaims;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final LoginClient client;
    private final IdTokenVerifier idTokens;
    private final HostedDomains domains;

    private GoogleLogin(Builder builder) {
        HttpExchange http = builder.exchange();
        this.idTokens = builder.verifier(http);
        this.domains = new HostedDomains(Set.copyOf(builder.domains));
        OidcClaims claims = builder.userinfo
                ? OidcClaims.idTokenAndUserinfo(idTokens, builder.google.userinfo())
                : OidcClaims.idToken(idTokens);
        this.client = builder.client(http, restricted(claims), domains);
    }

    /**
     * A builder.
     *
     * @param clientId of the web application's registration
     * @param redirectUri as it is registered
     */
    public static Builder of(Connection connection, String clientId, String secret, URI redirectUri) {
        return new Builder(connection, clientId, secret, redirectUri);
    }

    private ClaimsSource restricted(ClaimsSource claims) {
        return request -> domains.check(claims.claims(request));
    }

    /** The registration, for the login flow. */
    public LoginClient client() {
        return client;
    }

    /**
     * The claims of an id_token that came from Google's button, One Tap or a phone's account, through the application's
     * own client. Anybody can send anything: it is checked as in the redirect, the hosted domain included.
     *
     * @param nonce the nonce that the application gave to Google for this very login
     * @throws DeniedException when the token is not acceptable
     */
    public Claims idToken(String token, String nonce) {
        return domains.check(
                idTokens.verify(token, IdTokenExpectation.nonce(nonce).fromBrowser())
                        .claims());
    }

    /**
     * The claims of an id_token that came without a nonce. Nothing then says that it was made for this login and not for
     * an earlier one of the last ten minutes: prefer {@link #idToken(String, String)}.
     *
     * @throws DeniedException when the token is not acceptable
     */
    public Claims idTokenWithoutNonce(String token) {
        return domains.check(
                idTokens.verify(token, IdTokenExpectation.withoutNonce().fromBrowser())
                        .claims());
    }

    /**
     * The claims of a credential that Google's button or One Tap posted to the application's {@code login_uri}.
     *
     * @param posted its form and cookie
     * @param nonce the {@code data-nonce} of the button for this very login
     * @throws DeniedException when the cookie does not match, or the credential is not acceptable
     */
    public Claims credential(PostedCredential posted, String nonce) {
        return idToken(posted.credential(), nonce);
    }

    /**
     * The claims of a credential from a button without a {@code data-nonce}; see {@link #idTokenWithoutNonce(String)}.
     *
     * @throws DeniedException when the cookie does not match, or the credential is not acceptable
     */
    public Claims credentialWithoutNonce(PostedCredential posted) {
        return idTokenWithoutNonce(posted.credential());
    }

    @Override
    public String toString() {
        return "GoogleLogin[" + client + "]";
    }

    /** Collects a registration. */
    public static final class Builder {
        private final Connection connection;
        private final String clientId;
        private final String secret;
        private final URI redirectUri;
        private final Set<String> domains = new LinkedHashSet<>();
        private final Set<String> parties = new LinkedHashSet<>();
        private GoogleAddresses google = GoogleAddresses.PUBLIC;
        private boolean userinfo;
        private @Nullable HttpExchange http;
        private OAuthLimits limits = OAuthLimits.STANDARD;
        private Clock clock = Clock.systemUTC();

        private Builder(Connection connection, String clientId, String secret, URI redirectUri) {
            this.connection = requireNonNull(connection, "connection");
            this.clientId = requireNonNull(clientId, "clientId");
            this.secret = requireNonNull(secret, "secret");
            this.redirectUri = requireNonNull(redirectUri, "redirectUri");
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
            parties.add(requireNonNull(otherClientId, "otherClientId"));
            return this;
        }

        /** Asks userinfo too, at each login. Default: the id_token says enough. */
        public Builder userinfo() {
            userinfo = true;
            return this;
        }

        /** Where Google is. Default: {@link GoogleAddresses#PUBLIC}. */
        public Builder at(GoogleAddresses addresses) {
            google = requireNonNull(addresses, "addresses");
            return this;
        }

        /** The way to Google. Default: {@link ProviderHttp} within the limits. */
        public Builder http(HttpExchange exchange) {
            http = requireNonNull(exchange, "exchange");
            return this;
        }

        /** Deadlines, sizes and ages. Default: {@link OAuthLimits#STANDARD}. */
        public Builder limits(OAuthLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        private HttpExchange exchange() {
            return http == null ? ProviderHttp.builder().limits(limits).build() : http;
        }

        private IdTokenVerifier verifier(HttpExchange exchange) {
            JwksSource keys = JwksSource.of(google.keys(), exchange)
                    .limits(limits)
                    .clock(clock)
                    .build();
            // Both spellings: https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
            IdTokenVerifier.Builder verifier = IdTokenVerifier.of(
                            IssuerRule.anyOf(GoogleAddresses.ISSUER, GoogleAddresses.ISSUER_WITHOUT_SCHEME),
                            clientId,
                            keys)
                    .limits(limits)
                    .clock(clock);
            parties.forEach(verifier::authorizedParty);
            return verifier.build();
        }

        private LoginClient client(HttpExchange exchange, ClaimsSource claims, HostedDomains restriction) {
            Set<String> names = Set.of(GoogleAddresses.ISSUER, GoogleAddresses.ISSUER_WITHOUT_SCHEME);
            LoginClient.Builder client = LoginClient.of(connection, clientId, redirectUri)
                    .secret(secret, ClientAuthentication.SECRET_POST)
                    .scope("openid", "email", "profile")
                    .endpoints(new Endpoints(google.authorization(), google.token()))
                    .issuer(GoogleAddresses.ISSUER, names::contains)
                    .claims(claims)
                    .http(exchange);
            Optional<String> hint = restriction.hint();
            hint.ifPresent(domain -> client.parameter("hd", domain));
            return client.build();
        }

        /** The registration. */
        public GoogleLogin build() {
            return new GoogleLogin(this);
        }
    }
}

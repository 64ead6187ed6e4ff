package dev.onoma.providers.oidc.live;

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
import dev.onoma.oauth.oidc.JwsAlgorithm;
import dev.onoma.oauth.oidc.OidcClaims;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.providers.oidc.OidcIssuer;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Live logins with an OpenID Connect issuer, which is asked about itself when this is built. One for each registration,
 * for as long as the application runs: it keeps the issuer's keys. Thread-safe.
 *
 * <pre>{@code
 * OidcIssuer issuer = OidcIssuer.keycloak("https://login.example.com", "staff");
 * OidcLogin staff = OidcLogin.of(issuer, issuer.connection("staff").build(), id, secret, redirectUri).discover();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(staff.client()).build();
 * }</pre>
 */
public final class OidcLogin {
    private final LoginClient client;
    private final IdTokenVerifier idTokens;

    private OidcLogin(LoginClient client, IdTokenVerifier idTokens) {
        this.client = client;
        this.idTokens = idTokens;
    }

    /**
     * A builder.
     *
     * @param connection usually {@link OidcIssuer#connection}; its id space has to be the issuer's name
     * @param redirectUri as it is registered
     * @throws IllegalArgumentException when the connection's subjects are those of another issuer
     */
    public static Builder of(
            OidcIssuer issuer, Connection connection, String clientId, String secret, URI redirectUri) {
        return new Builder(issuer, connection, clientId, secret, redirectUri);
    }

    /** The registration, for the login flow. */
    public LoginClient client() {
        return client;
    }

    /**
     * The claims of an id_token that another client of the application hands over, such as its app on a phone. Anybody
     * can send anything: it is checked as in the redirect.
     *
     * @param nonce the nonce that it was asked for with
     * @throws DeniedException when the token is not acceptable
     */
    public Claims idToken(String token, String nonce) {
        return idTokens.verify(token, IdTokenExpectation.nonce(nonce).fromBrowser())
                .claims();
    }

    @Override
    public String toString() {
        return "OidcLogin[" + client + "]";
    }

    /** Collects a registration; what is not said is at its strictest. */
    public static final class Builder {
        private final OidcIssuer issuer;
        private final Connection connection;
        private final String clientId;
        private final String secret;
        private final URI redirectUri;
        private final Set<String> scopes = new LinkedHashSet<>(List.of("openid", "profile", "email"));
        private final List<Consumer<IdTokenVerifier.Builder>> rules = new ArrayList<>();
        private boolean userinfo;
        private @Nullable HttpExchange http;
        private OAuthLimits limits = OAuthLimits.STANDARD;
        private Clock clock = Clock.systemUTC();

        private Builder(OidcIssuer issuer, Connection connection, String clientId, String secret, URI redirectUri) {
            this.issuer = requireNonNull(issuer, "issuer");
            this.connection = requireNonNull(connection, "connection");
            this.clientId = requireNonNull(clientId, "clientId");
            this.secret = requireNonNull(secret, "secret");
            this.redirectUri = requireNonNull(redirectUri, "redirectUri");
            this.userinfo = issuer.userinfoSaysMore();
            if (!connection.idSpace().filter(issuer.name()::equals).isPresent()) {
                throw new IllegalArgumentException(
                        "the id space of connection \"" + connection.name() + "\" must be its issuer's name");
            }
            if (!issuer.repeatsNonce()) {
                rules.add(IdTokenVerifier.Builder::acceptMissingNonce);
            }
        }

        /** A scope beside {@code openid profile email}; call again for each. */
        public Builder scope(String name) {
            scopes.add(requireNonNull(name, "name"));
            return this;
        }

        /** The algorithms that its tokens may be signed with. Default: RS256 alone. */
        public Builder algorithms(JwsAlgorithm first, JwsAlgorithm... others) {
            rules.add(verifier -> verifier.algorithms(first, others));
            return this;
        }

        /** An audience that its tokens may name beside the client, as Keycloak's mappers add; call again for each. */
        public Builder furtherAudience(String audience) {
            rules.add(verifier -> verifier.furtherAudience(audience));
            return this;
        }

        /** Another client whose tokens are for this one, such as a phone's; call again for each. */
        public Builder authorizedParty(String otherClientId) {
            rules.add(verifier -> verifier.authorizedParty(otherClientId));
            return this;
        }

        /** Refuses userinfo that is not signed, where the issuer was told to sign it. */
        public Builder signedUserinfo() {
            rules.add(IdTokenVerifier.Builder::signedUserinfo);
            return this;
        }

        /** Does not ask userinfo. Default: asked where the issuer has it and it says more than the id_token. */
        public Builder idTokenOnly() {
            userinfo = false;
            return this;
        }

        /** The way to the issuer. Default: {@link ProviderHttp#standard()}. */
        public Builder http(HttpExchange exchange) {
            http = requireNonNull(exchange, "exchange");
            return this;
        }

        /** Default: {@link OAuthLimits#STANDARD}. */
        public Builder limits(OAuthLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /**
         * Asks the issuer about itself and for its keys, so that a wrong address is seen when the application starts,
         * and not by whoever logs in first.
         *
         * @throws DeniedException when the issuer cannot be reached, or what it says is not acceptable
         */
        public OidcLogin discover() {
            HttpExchange exchange = http == null ? ProviderHttp.standard() : http;
            ProviderMetadata metadata = ProviderMetadata.discover(issuer.discovery(), issuer.name(), exchange);
            JwksSource keys = JwksSource.of(metadata.jwksUri(), exchange)
                    .limits(limits)
                    .clock(clock)
                    .build();
            // For its failure, which belongs here.
            keys.current();
            IdTokenVerifier.Builder verifier =
                    IdTokenVerifier.of(rule(), clientId, keys).limits(limits).clock(clock);
            rules.forEach(one -> one.accept(verifier));
            IdTokenVerifier idTokens = verifier.build();
            return new OidcLogin(client(metadata, claims(metadata, idTokens), exchange), idTokens);
        }

        private IssuerRule rule() {
            return issuer.hasTenants()
                    ? IssuerRule.ownTenant(issuer.name(), issuer.tenants())
                    : IssuerRule.exactly(issuer.name());
        }

        private ClaimsSource claims(ProviderMetadata metadata, IdTokenVerifier idTokens) {
            return metadata.userinfoEndpoint()
                    .filter(endpoint -> userinfo)
                    .map(endpoint -> OidcClaims.idTokenAndUserinfo(idTokens, endpoint))
                    .orElseGet(() -> OidcClaims.idToken(idTokens));
        }

        private LoginClient client(ProviderMetadata metadata, ClaimsSource claims, HttpExchange exchange) {
            LoginClient.Builder client = LoginClient.of(connection, clientId, redirectUri)
                    .secret(secret, authentication(metadata.clientAuthentication()))
                    .scope(scopes.toArray(new String[0]))
                    .endpoints(new Endpoints(metadata.authorizationEndpoint(), metadata.tokenEndpoint()))
                    .issuer(issuer.name(), this::answersAs)
                    .claims(claims)
                    .http(exchange);
            return metadata.namesIssuerInResponse()
                    ? client.requireIssuerInAnswers().build()
                    : client.build();
        }

        /** By the name that it was discovered under, or by a tenant's. */
        private boolean answersAs(String named) {
            return named.equals(issuer.name()) || rule().names(named);
        }

        /** Basic, which every server has to have, unless the issuer does not list it. RFC 6749, section 2.3.1. */
        private static ClientAuthentication authentication(Set<String> offered) {
            return !offered.contains("client_secret_basic") && offered.contains("client_secret_post")
                    ? ClientAuthentication.SECRET_POST
                    : ClientAuthentication.SECRET_BASIC;
        }
    }
}

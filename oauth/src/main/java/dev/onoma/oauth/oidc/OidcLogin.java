package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.ClaimsSource;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpExchange;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Live logins with an OpenID Connect issuer: by redirect through {@link #client()}, and with the id_tokens that another
 * client of the application hands over. One for each registration, for as long as the application runs: it keeps the
 * issuer's keys. Thread-safe.
 *
 * <p>A provider's live half is a builder of this with the provider's particulars said.
 */
public final class OidcLogin {
    private final LoginClient client;
    private final IdTokenVerifier idTokens;
    private final UnaryOperator<Claims> admission;

    private OidcLogin(LoginClient client, IdTokenVerifier idTokens, UnaryOperator<Claims> admission) {
        this.client = client;
        this.idTokens = idTokens;
        this.admission = admission;
    }

    /**
     * A builder, for an issuer that is known.
     *
     * @param clientId what the issuer calls this application
     * @param redirectUri as it is registered
     */
    public static Builder of(ProviderMetadata known, Connection connection, String clientId, URI redirectUri) {
        requireNonNull(known, "known");
        return new Builder(http -> known, connection, clientId, redirectUri);
    }

    /**
     * A builder, for an issuer that is asked about itself and for its keys when this is built: so that a wrong address is
     * seen when the application starts, and not by whoever logs in first.
     *
     * @param base in front of {@code /.well-known/openid-configuration}
     * @param issuer what the issuer has to call itself, exactly
     */
    public static Builder discovered(URI base, String issuer, Connection connection, String clientId, URI redirectUri) {
        Builder builder =
                new Builder(http -> ProviderMetadata.discover(base, issuer, http), connection, clientId, redirectUri);
        builder.asksForKeys = true;
        return builder;
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
        return verified(token, IdTokenExpectation.nonce(nonce));
    }

    /**
     * The claims of an id_token that was asked for without a nonce. Nothing then says that it was made for this login and
     * not for an earlier one of the last ten minutes: prefer {@link #idToken(String, String)}.
     *
     * @throws DeniedException when the token is not acceptable
     */
    public Claims idTokenWithoutNonce(String token) {
        return verified(token, IdTokenExpectation.withoutNonce());
    }

    private Claims verified(String token, IdTokenExpectation expected) {
        return admission.apply(idTokens.verify(token, expected.fromBrowser()).claims());
    }

    @Override
    public String toString() {
        return "OidcLogin[" + client + "]";
    }

    /** Collects a registration; what is not said is at its strictest. */
    public static final class Builder {
        private final Connection connection;
        private final String clientId;
        private final URI redirectUri;
        private final List<Consumer<LoginClient.Builder>> requests = new ArrayList<>();
        private final List<Consumer<IdTokenVerifier.Builder>> rules = new ArrayList<>();
        private Function<HttpExchange, ProviderMetadata> provider;
        private boolean asksForKeys;
        private boolean userinfo = true;
        private BiConsumer<LoginClient.Builder, ClientAuthentication> secret = (client, shown) -> {};
        private @Nullable IssuerRule issuers;
        private UnaryOperator<ClaimsSource> sources = UnaryOperator.identity();
        private UnaryOperator<Claims> admission = UnaryOperator.identity();
        private Environment environment = Environment.standard();

        private Builder(
                Function<HttpExchange, ProviderMetadata> provider,
                Connection connection,
                String clientId,
                URI redirectUri) {
            this.provider = provider;
            this.connection = requireNonNull(connection, "connection");
            this.clientId = requireNonNull(clientId, "clientId");
            this.redirectUri = requireNonNull(redirectUri, "redirectUri");
        }

        /** The client's secret. Default: none, for a client that can keep no secret. */
        public Builder secret(String value) {
            requireNonNull(value, "value");
            secret = (client, shown) -> client.secret(value, shown);
            return this;
        }

        /** A secret that changes: what it is at a time, asked for whenever a code is exchanged. */
        public Builder secret(Function<Instant, String> at) {
            requireNonNull(at, "at");
            secret = (client, shown) -> {
                Clock clock = environment.clock();
                client.secret(() -> at.apply(clock.instant()), shown);
            };
            return this;
        }

        /** Scopes to ask for beside those that are asked for already. {@code openid} is always the first. */
        public Builder scope(String... names) {
            return request(client -> client.scope(names));
        }

        /** Something more for what the browser is sent with, such as a parameter of the provider's own. */
        public Builder request(Consumer<LoginClient.Builder> more) {
            requests.add(requireNonNull(more, "more"));
            return this;
        }

        /** A further rule for its tokens, such as another algorithm or audience. */
        public Builder idTokens(Consumer<IdTokenVerifier.Builder> rule) {
            rules.add(requireNonNull(rule, "rule"));
            return this;
        }

        /** Which issuers' tokens are taken, where it has several names. Default: exactly the one that it has. */
        public Builder issuers(IssuerRule rule) {
            issuers = requireNonNull(rule, "rule");
            return this;
        }

        /** Whether userinfo is asked at each login where there is one. Default: it is. */
        public Builder userinfo(boolean asked) {
            userinfo = asked;
            return this;
        }

        /** What else is taken as a source in a login by redirect. */
        public Builder sources(UnaryOperator<ClaimsSource> around) {
            sources = requireNonNull(around, "around");
            return this;
        }

        /** Lets claims pass or throws a {@link DeniedException}, whichever way they came. */
        public Builder admit(UnaryOperator<Claims> judge) {
            admission = requireNonNull(judge, "judge");
            return this;
        }

        /** Where the provider is: elsewhere only in tests. */
        public Builder at(ProviderMetadata elsewhere) {
            requireNonNull(elsewhere, "elsewhere");
            provider = http -> elsewhere;
            return this;
        }

        /** The way to the provider, limits and clock. Default: {@link Environment#standard()}. */
        public Builder in(Environment surroundings) {
            environment = requireNonNull(surroundings, "surroundings");
            return this;
        }

        /**
         * The login.
         *
         * @throws DeniedException when the issuer has to be asked about itself, and cannot be, or what it says is not
         *     acceptable
         */
        public OidcLogin build() {
            ProviderMetadata metadata = provider.apply(environment.http());
            JwksSource keys = JwksSource.of(metadata.jwksUri(), environment).build();
            if (asksForKeys) {
                // For its failure, which belongs here.
                keys.current();
            }
            IssuerRule rule = issuers == null ? IssuerRule.exactly(metadata.issuer()) : issuers;
            IdTokenVerifier.Builder verifier =
                    IdTokenVerifier.of(rule, clientId, keys).in(environment);
            rules.forEach(one -> one.accept(verifier));
            IdTokenVerifier idTokens = verifier.build();
            return new OidcLogin(client(metadata, rule, idTokens), idTokens, admission);
        }

        private LoginClient client(ProviderMetadata metadata, IssuerRule rule, IdTokenVerifier idTokens) {
            ClaimsSource claims = sources.apply(claims(metadata, idTokens));
            UnaryOperator<Claims> judge = admission;
            LoginClient.Builder client = LoginClient.of(connection, clientId, redirectUri)
                    .scope("openid")
                    .endpoints(metadata.endpoints())
                    // By the name that it is known under, or by a tenant's.
                    .issuer(metadata.issuer(), named -> named.equals(metadata.issuer()) || rule.names(named))
                    .claims(request -> judge.apply(claims.claims(request)))
                    .http(environment.http());
            secret.accept(client, metadata.secretShown());
            if (metadata.namesIssuerInResponse()) {
                client.requireIssuerInAnswers();
            }
            requests.forEach(one -> one.accept(client));
            return client.build();
        }

        private ClaimsSource claims(ProviderMetadata metadata, IdTokenVerifier idTokens) {
            return metadata.userinfoEndpoint()
                    .filter(endpoint -> userinfo)
                    .map(endpoint -> OidcClaims.idTokenAndUserinfo(idTokens, endpoint))
                    .orElseGet(() -> OidcClaims.idToken(idTokens));
        }
    }
}

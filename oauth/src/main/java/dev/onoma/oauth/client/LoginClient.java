package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.ProviderHttp;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An application's registration at an identity provider, tied to the connection that its logins come through. Immutable
 * and thread-safe. Its text form tells neither id nor secret.
 */
public final class LoginClient {
    private final Connection connection;
    private final String clientId;
    private final ClientSecret secret;
    private final URI redirectUri;
    private final AuthorizationParameters parameters;
    private final Supplier<Endpoints> endpoints;
    private final ResponseIssuer issuer;
    private final ClaimsSource claims;
    private final HttpExchange http;

    private LoginClient(Builder builder, Supplier<Endpoints> endpoints, ClaimsSource claims) {
        this.connection = builder.connection;
        this.clientId = builder.clientId;
        this.secret = builder.secret;
        this.redirectUri = builder.redirectUri;
        this.parameters = builder.parameters;
        this.endpoints = endpoints;
        this.issuer = builder.issuer;
        this.claims = claims;
        this.http = builder.http == null ? ProviderHttp.standard() : builder.http;
    }

    /**
     * A builder.
     *
     * @param clientId what the provider calls this application
     * @param redirectUri where the provider sends the browser back to, as it is registered there
     */
    public static Builder of(Connection connection, String clientId, URI redirectUri) {
        return new Builder(connection, clientId, redirectUri);
    }

    public Connection connection() {
        return connection;
    }

    public String clientId() {
        return clientId;
    }

    /** The secret as it is now; empty text for a client that has none. */
    String secret() {
        return secret.value();
    }

    public ClientAuthentication authentication() {
        return secret.shown();
    }

    public URI redirectUri() {
        return redirectUri;
    }

    /** What is asked for, in this order. */
    public Set<String> scopes() {
        return parameters.scopes();
    }

    /** What the authorization request says beyond the protocol. */
    public Map<String, String> parameters() {
        return parameters.more();
    }

    /**
     * Where the endpoints are.
     *
     * @throws DeniedException when they have to be discovered, and cannot be
     */
    public Endpoints endpoints() {
        return endpoints.get();
    }

    /** The issuer that the browser is sent to; empty where the provider has none, as a plain OAuth 2.0 server. */
    public Optional<String> issuer() {
        return issuer.name();
    }

    /**
     * Whether an answer that names this issuer can be the provider's. One that names none can be where the provider
     * does not promise to; one that names any is not that of a provider without an issuer.
     *
     * @param named the {@code iss} parameter of a callback
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2.4">RFC 9207, section 2.4</a>
     */
    public boolean answersAs(Optional<String> named) {
        return issuer.answersAs(named);
    }

    /** How tokens become claims. */
    public ClaimsSource claims() {
        return claims;
    }

    /** The way to the provider. */
    public HttpExchange http() {
        return http;
    }

    @Override
    public String toString() {
        return "LoginClient[" + connection.name() + ", " + authentication() + ", scopes=" + scopes() + "]";
    }

    /** Collects a client's registration. Each call rejects what is wrong at once. */
    public static final class Builder {
        private final Connection connection;
        private final String clientId;
        private final URI redirectUri;
        private ClientSecret secret = ClientSecret.NONE;
        private AuthorizationParameters parameters = AuthorizationParameters.NONE;
        private @Nullable Supplier<Endpoints> endpoints;
        private ResponseIssuer issuer = ResponseIssuer.NONE;
        private @Nullable ClaimsSource claims;
        private @Nullable HttpExchange http;

        private Builder(Connection connection, String clientId, URI redirectUri) {
            this.connection = requireNonNull(connection, "connection");
            this.clientId = VisibleText.require(clientId, "a client id");
            if (!redirectUri.isAbsolute() || redirectUri.getRawFragment() != null) {
                throw new IllegalArgumentException("a redirect URI must be absolute and have no fragment");
            }
            if (!isPrivate(redirectUri)) {
                throw new IllegalArgumentException(
                        "a redirect URI must be https, http on the loopback host, or of an application's own scheme");
            }
            this.redirectUri = redirectUri;
        }

        /** What comes to it, a code among it, nobody else on the network can read. RFC 9700, section 2.6. */
        private static boolean isPrivate(URI redirectUri) {
            // The scheme of an installed application is a domain's name reversed: RFC 8252, section 7.1.
            return HttpCall.isAllowed(redirectUri) || redirectUri.getScheme().indexOf('.') > 0;
        }

        /** The client's secret, and how it is shown. Default: none, for a client that can keep no secret. */
        public Builder secret(String value, ClientAuthentication shown) {
            VisibleText.require(value, "a client secret");
            return secret(() -> value, shown);
        }

        /** A secret that changes, asked for whenever a code is exchanged, and how it is shown. */
        public Builder secret(Supplier<String> current, ClientAuthentication shown) {
            secret = ClientSecret.of(current, shown);
            return this;
        }

        /** A scope to ask for; call again for each. */
        public Builder scope(String... names) {
            for (String name : names) {
                parameters = parameters.scope(name);
            }
            return this;
        }

        /**
         * Something more for the authorization request, such as {@code prompt}. What OpenID Connect has an answer to is
         * checked in the id_token: {@code max_age} (in seconds), and {@code acr_values}, of which one has to be there.
         *
         * @throws IllegalArgumentException when it is a parameter that the flow itself sends, or no number of seconds
         */
        public Builder parameter(String name, String value) {
            parameters = parameters.parameter(name, value);
            return this;
        }

        /**
         * Has the answer posted as a form, from the provider's page: then the browser sends the login's handle only in a
         * cookie that is {@code SameSite=None; Secure}. Default: a redirect.
         */
        public Builder formPost() {
            parameters = parameters.formPost();
            return this;
        }

        /** Where the provider is. */
        public Builder endpoints(Endpoints known) {
            requireNonNull(known, "known");
            return endpoints(() -> known);
        }

        /** Where the provider is, when it is asked for at each login, as by discovery. */
        public Builder endpoints(Supplier<Endpoints> found) {
            endpoints = requireNonNull(found, "found");
            return this;
        }

        /** The issuer, by its one name. Default: none, and then an answer that names one is not the provider's. */
        public Builder issuer(String name) {
            return issuer(name, name::equals);
        }

        /** The issuer by the name that a login is bound to, and by all names under which it answers. */
        public Builder issuer(String name, Predicate<String> names) {
            issuer = issuer.named(name, names);
            return this;
        }

        /** The provider promises to name its issuer in each answer: one that does not is not the provider's. */
        public Builder requireIssuerInAnswers() {
            issuer = issuer.inEachAnswer();
            return this;
        }

        /** How tokens become claims. */
        public Builder claims(ClaimsSource source) {
            claims = requireNonNull(source, "source");
            return this;
        }

        /** The way to the provider. Default: {@link ProviderHttp#standard()}. */
        public Builder http(HttpExchange exchange) {
            http = requireNonNull(exchange, "exchange");
            return this;
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException when the endpoints or the source of claims are missing, or an issuer is
         *     required and none named
         */
        public LoginClient build() {
            if (endpoints == null || claims == null) {
                throw new IllegalArgumentException("a client needs endpoints(…) and claims(…)");
            }
            if (issuer.required() && issuer.name().isEmpty()) {
                throw new IllegalArgumentException("answers can be required to name an issuer only where there is one");
            }
            return new LoginClient(this, endpoints, claims);
        }
    }
}

package dev.onoma.providers.facebook.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonString;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.oidc.IdTokenExpectation;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.JwksSource;
import java.net.URI;
import java.util.Optional;

/**
 * Live logins with Facebook: by redirect through {@link #client()}, with an access token or a Limited Login token that an
 * app on a phone hands over; and what Facebook posts when a person removes the app. One for each app, for as long as the
 * application runs. Thread-safe.
 *
 * <pre>{@code
 * FacebookLogin facebook = FacebookLogin.of(Facebook.connection("facebook", id).build(), id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(facebook.client()).build();
 * }</pre>
 *
 * @see <a href="https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow">Manually build a login
 *     flow</a>
 */
public final class FacebookLogin {
    private static final String FIELDS =
            "id,name,first_name,last_name,middle_name,email,picture.width(200).height(200){url,is_silhouette}";

    private final String appId;
    private final String fields;
    private final GraphApi graph;
    private final LoginClient client;
    private final IdTokenVerifier idTokens;
    private final SignedRequestReader signedRequests;
    private final Environment environment;

    private FacebookLogin(Builder builder) {
        this.appId = builder.appId;
        this.fields = builder.fields;
        this.graph = new GraphApi(builder.facebook, builder.secret);
        this.idTokens = builder.verifier();
        this.environment = builder.environment;
        this.signedRequests = new SignedRequestReader(builder.connection.name(), builder.secret, environment.limits());
        this.client = builder.client()
                .claims(request -> graph.me(request.tokens().accessToken(), fields, request.http()))
                .build();
    }

    /**
     * A builder.
     *
     * @param connection preferably with the app's id as its id space, as {@code Facebook.connection(name, appId)} has it
     * @param redirectUri as it is registered
     */
    public static Builder of(Connection connection, String appId, String appSecret, URI redirectUri) {
        return new Builder(connection, appId, appSecret, redirectUri);
    }

    /** The registration, for the login flow. */
    public LoginClient client() {
        return client;
    }

    /**
     * The claims of whose access token an app on a phone handed over, once Facebook has said that it was issued to this
     * very app.
     *
     * @throws DeniedException when it was not, or when Facebook does not answer
     */
    public Claims accessToken(String token) {
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new DeniedException(DenialCode.FOREIGN_TOKEN, "the access token that was handed over is no token");
        }
        HttpExchange http = Deadline.in(environment.limits().millis(OAuthLimit.CALLBACK_MILLIS))
                .bound(environment.http());
        String userId = new TokenInspection(appId)
                .userId(
                        graph.debugToken(appId, token, http),
                        environment.clock().instant());
        Claims claims = graph.me(token, fields, http);
        boolean samePerson = claims.sources().stream()
                .flatMap(source -> source.object().stream())
                .allMatch(me -> me.get("id").equals(Optional.of(new JsonString(userId))));
        if (!samePerson) {
            throw new DeniedException(
                    DenialCode.FOREIGN_TOKEN, "the Graph API speaks of another person than the access token is of");
        }
        return claims;
    }

    /**
     * The claims of a Limited Login token that an app on a phone handed over.
     *
     * @param nonce the nonce that the app gave to Facebook for this very login
     * @throws DeniedException when the token is not acceptable
     */
    public Claims limitedLogin(String idToken, String nonce) {
        return idTokens.verify(idToken, IdTokenExpectation.nonce(nonce).fromBrowser())
                .claims();
    }

    /**
     * What Facebook posted to the app's callback for deauthorization or for data deletion.
     *
     * @param form the request's body as it was received
     */
    public SignedRequest signedRequest(String form) {
        try {
            return signedRequests.read(form, environment.clock().instant());
        } catch (DeniedException denied) {
            return new SignedRequest.Denied(denied.denial());
        }
    }

    @Override
    public String toString() {
        return "FacebookLogin[" + client + "]";
    }

    /** Collects a registration. */
    public static final class Builder {
        private final Connection connection;
        private final String appId;
        private final String appSecret;
        private final AppSecret secret;
        private final URI redirectUri;
        private String fields = FIELDS;
        private FacebookAddresses facebook = FacebookAddresses.PUBLIC;
        private Environment environment = Environment.standard();

        private Builder(Connection connection, String appId, String appSecret, URI redirectUri) {
            this.connection = requireNonNull(connection, "connection");
            this.appId = requireNonNull(appId, "appId");
            this.appSecret = requireNonNull(appSecret, "appSecret");
            this.secret = new AppSecret(appSecret);
            this.redirectUri = requireNonNull(redirectUri, "redirectUri");
        }

        /**
         * The fields to ask for, as the Graph API writes them: it sends no others. Default: names, e-mail address and
         * picture. {@code id} is always asked for.
         */
        public Builder fields(String names) {
            fields = "id," + requireNonNull(names, "names");
            return this;
        }

        /** Where Facebook is, and the version of its API. Default: {@link FacebookAddresses#PUBLIC}. */
        public Builder at(FacebookAddresses addresses) {
            facebook = requireNonNull(addresses, "addresses");
            return this;
        }

        /** The way to Facebook, limits and clock. Default: {@link Environment#standard()}. */
        public Builder in(Environment surroundings) {
            environment = requireNonNull(surroundings, "surroundings");
            return this;
        }

        private IdTokenVerifier verifier() {
            return IdTokenVerifier.of(
                            IssuerRule.anyOf("https://www.facebook.com", "https://limited.facebook.com"),
                            appId,
                            JwksSource.of(facebook.keys(), environment).build())
                    .in(environment)
                    .build();
        }

        private LoginClient.Builder client() {
            return LoginClient.of(connection, appId, redirectUri)
                    .secret(appSecret, ClientAuthentication.SECRET_POST)
                    .scope("public_profile", "email")
                    .endpoints(new Endpoints(facebook.dialog(), facebook.graph("/oauth/access_token")))
                    .http(environment.http());
        }

        /** The registration. */
        public FacebookLogin build() {
            return new FacebookLogin(this);
        }
    }
}

package dev.onoma.testkit.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;
import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Facebook's login and the part of its Graph API that logins need, on 127.0.0.1: the dialog, access tokens, {@code /me}
 * with {@code fields} and {@code appsecret_proof}, {@code /debug_token}, pictures, Limited Login's tokens, signed
 * requests. Paths may bear a version, such as {@code /v23.0/me}.
 *
 * <p>A person's claims are named as the Graph API names its fields; {@code id} is the subject.
 *
 * @see <a href="https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow">Manual login flow</a>,
 *     read 2026-11-23
 */
public final class FakeFacebook extends FakeProvider {
    /** The issuer of Limited Login's tokens. */
    public static final String ISSUER = "https://www.facebook.com";

    private final LoopbackServer server;
    private final KeyRing keys = new KeyRing(SigningAlgorithm.RS256);
    private final IdTokens idTokens;

    private FakeFacebook(Builder settings) {
        super(settings);
        AuthorizationEndpoint dialog = new AuthorizationEndpoint(this, settings, false, Optional.empty());
        GraphApi graph = new GraphApi(this);
        LoopbackServer.Routes routes = new LoopbackServer.Routes()
                .add(Endpoint.DISCOVERY, IssuerPaths.DISCOVERY, request -> discovery())
                .add(Endpoint.JWKS, GraphPaths.JWKS, request -> Answer.json(200, keys.published(active())))
                .add(Endpoint.AUTHORIZATION, GraphPaths.DIALOG, dialog::answer)
                .add(Endpoint.TOKEN, GraphPaths.TOKEN, graph::token)
                .add(Endpoint.USERINFO, GraphPaths.ME, graph::me)
                .add(Endpoint.DEBUG_TOKEN, GraphPaths.DEBUG_TOKEN, graph::debugToken)
                .add(Endpoint.PICTURE, IssuerPaths.PICTURES, this::picture);
        server = LoopbackServer.start(settings.port, routes, GraphPaths::canonical);
        idTokens =
                new IdTokens(this, ISSUER, false, keys, server.uri("/elsewhere").toString());
    }

    /** Facebook with the defaults of {@link #builder()}, started. */
    public static FakeFacebook start() {
        return builder().start();
    }

    /** Facebook at a free port, that answers at once. */
    public static Builder builder() {
        return new Builder();
    }

    /** The address of an endpoint, without a version: put that in front of the path where one is wanted. */
    @Override
    public URI uri(Endpoint endpoint) {
        return server.uri(GraphPaths.of(endpoint));
    }

    /** The address of the server, for clients that put paths and versions behind it themselves. */
    public URI base() {
        return server.uri("");
    }

    /** An access token of a person, as a client that signed in by itself would hand it over. */
    public String accessToken(Person person) {
        return grants.accessToken(person);
    }

    /** A Limited Login token of a person; it misbehaves as id_tokens do. */
    public String idToken(Person person, Optional<String> nonce) {
        return idTokens.issue(person, requireNonNull(nonce, "nonce"), Optional.empty(), active());
    }

    /**
     * What Facebook posts when a person removes the app or asks for the data to be deleted: a payload of {@code
     * algorithm}, {@code issued_at} and {@code user_id}, signed with the app's secret.
     */
    public String signedRequest(Person person, Instant issuedAt) {
        return signedRequest(JsonObject.builder()
                .put("algorithm", "HMAC-SHA256")
                .put("issued_at", issuedAt.getEpochSecond())
                .put("user_id", person.subject())
                .build());
    }

    /** A signed request of any payload, whose signature is right. */
    public String signedRequest(JsonObject payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(payload.toJson().getBytes(StandardCharsets.UTF_8));
        return base64.encodeToString(GraphApi.hmac(clientSecret(), text)) + "." + text;
    }

    private Answer discovery() {
        return Answer.json(
                200,
                JsonObject.builder()
                        .put("issuer", ISSUER)
                        .put(
                                "authorization_endpoint",
                                uri(Endpoint.AUTHORIZATION).toString())
                        .put("jwks_uri", uri(Endpoint.JWKS).toString())
                        .build());
    }

    @Override
    LoopbackServer server() {
        return server;
    }

    @Override
    boolean canShow(Misbehaviour misbehaviour) {
        return ResponseTwists.shows(misbehaviour)
                || IdTokenClaims.shows(misbehaviour)
                || TokenForgery.shows(misbehaviour)
                || KeyRing.SHOWN.contains(misbehaviour)
                || GraphApi.shows(misbehaviour);
    }

    /** What Facebook is told before it starts. Not for use by several threads. */
    public static final class Builder extends ProviderBuilder<Builder> {
        private Builder() {
            super("Simulated Facebook");
        }

        @Override
        Builder self() {
            return this;
        }

        /** Facebook, started. */
        public FakeFacebook start() {
            return new FakeFacebook(this);
        }
    }
}

package dev.onoma.testkit.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.LoopbackServer;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An OpenID Connect issuer on 127.0.0.1: discovery, keys, authorization with PKCE, tokens and userinfo.
 *
 * <pre>{@code
 * try (FakeIssuer issuer = FakeIssuer.start()) {
 *     issuer.person(Person.of("248289761001").with("email", "ada@example.org").with("email_verified", true));
 *     issuer.misbehave(Misbehaviour.WRONG_AUDIENCE);
 *     // ... sign in, and see it refused
 *     assertThat(issuer.requests(Endpoint.USERINFO)).isEmpty();
 * }
 * }</pre>
 *
 * Codes, tokens and keys are random; an RSA key is shared by all issuers of a virtual machine until they are rotated,
 * because making one takes long. PKCE with S256 is required. Answers come 40 milliseconds sooner in a virtual machine
 * that is started with {@code -Dsun.net.httpserver.nodelay=true}.
 */
public final class FakeIssuer extends FakeProvider {
    private final IssuerPaths paths;
    private final LoopbackServer server;
    private final String issuer;
    private final KeyRing keys;
    private final IdTokens idTokens;
    private final IssuerAnswers answers;

    private FakeIssuer(Builder settings) {
        super(settings);
        paths = settings.paths;
        keys = new KeyRing(settings.algorithm);
        LoopbackServer.Routes routes = new LoopbackServer.Routes()
                .add(Endpoint.DISCOVERY, IssuerPaths.DISCOVERY, this::discovery)
                .add(Endpoint.JWKS, paths.jwks(), request -> Answer.json(200, keys.published(active())))
                .add(Endpoint.AUTHORIZATION, paths.authorization(), this::authorization)
                .add(Endpoint.TOKEN, paths.token(), this::token)
                .add(Endpoint.USERINFO, paths.userinfo(), this::userinfo)
                .add(Endpoint.PICTURE, IssuerPaths.PICTURES, this::picture);
        server = LoopbackServer.start(settings.port, routes, IssuerPaths::canonical);
        issuer = settings.issuer.orElseGet(() -> server.uri(settings.issuerPath).toString());
        idTokens = new IdTokens(
                this, issuer, settings.azp, keys, server.uri("/elsewhere").toString());
        answers = new IssuerAnswers(this, settings, idTokens);
    }

    /** An issuer with the defaults of {@link #builder()}, started. */
    public static FakeIssuer start() {
        return builder().start();
    }

    /** An issuer at a free port, whose issuer identifier is its address, that signs by RS256 and answers at once. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Google's shape of an issuer: {@code https://accounts.google.com} in tokens and answers, Google's paths, {@code
     * azp} in each token. {@link Misbehaviour#ISSUER_WITHOUT_SCHEME} is its other spelling.
     */
    public static Builder google() {
        Builder google = new Builder();
        google.paths = IssuerPaths.GOOGLE;
        google.azp = true;
        return google.name("Simulated Google").issuer("https://accounts.google.com");
    }

    /** The issuer identifier: {@code iss} of tokens. */
    public String issuer() {
        return issuer;
    }

    @Override
    public URI uri(Endpoint endpoint) {
        return server.uri(paths.of(endpoint));
    }

    /** Signs with a new key from now on; the one before stays published. */
    public void rotateKeys() {
        keys.rotate(true);
    }

    /** Signs with a new key from now on, and publishes no other. */
    public void replaceKeys() {
        keys.rotate(false);
    }

    /**
     * An id_token that no token endpoint gave out, as a browser's One Tap would bring it; it misbehaves like the
     * others.
     *
     * @param nonce its nonce, if any
     */
    public String idToken(Person person, Optional<String> nonce) {
        return idTokens.issue(person, requireNonNull(nonce, "nonce"), Optional.empty(), active());
    }

    /** A token of any payload, signed as id_tokens are. */
    public String sign(byte[] payload) {
        return idTokens.forgery().token(payload.clone(), Set.of());
    }

    /** An access token of a person, as the token endpoint would give it out. */
    public String accessToken(Person person) {
        return grants.accessToken(person);
    }

    private Answer discovery(RecordedRequest request) {
        return answers.discovery();
    }

    private Answer authorization(RecordedRequest request) {
        return answers.authorization(request);
    }

    private Answer token(RecordedRequest request) {
        return answers.token(request);
    }

    private Answer userinfo(RecordedRequest request) {
        return answers.userinfo(request);
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
                || IssuerAnswers.shows(misbehaviour);
    }

    /** What an issuer is told before it starts. Not for use by several threads. */
    public static final class Builder extends ProviderBuilder<Builder> {
        IssuerPaths paths = IssuerPaths.PLAIN;
        SigningAlgorithm algorithm = SigningAlgorithm.RS256;
        Optional<String> issuer = Optional.empty();
        String issuerPath = "";
        boolean azp;

        private Builder() {
            super("Simulated issuer");
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * An issuer identifier other than the address. {@code {tenantid}} in it stands for the {@code tid} of the
         * person who signs in, as at Microsoft.
         */
        public Builder issuer(String issuer) {
            this.issuer = Optional.of(issuer);
            return this;
        }

        /** An issuer identifier of the address and this path, as a server with many issuers has it. */
        public Builder issuerPath(String path) {
            issuerPath = requireNonNull(path, "path");
            return this;
        }

        /** How tokens are signed; default: RS256. */
        public Builder algorithm(SigningAlgorithm algorithm) {
            this.algorithm = requireNonNull(algorithm, "algorithm");
            return this;
        }

        /** The issuer, started. */
        public FakeIssuer start() {
            return new FakeIssuer(this);
        }
    }
}

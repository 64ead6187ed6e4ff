package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.Misbehaviour.COMMA_SEPARATED_SCOPES;
import static dev.onoma.testkit.oauth.Misbehaviour.NARROW_SCOPE;
import static dev.onoma.testkit.oauth.Misbehaviour.PROFILE_ERROR_WITH_STATUS_200;
import static dev.onoma.testkit.oauth.Misbehaviour.TOKENS_IN_FORM;
import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.LoopbackServer;
import dev.onoma.testkit.oauth.http.Parameters;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A provider of plain OAuth 2.0 on 127.0.0.1, such as GitHub or Discord: an authorization endpoint, a token endpoint, and
 * an API that says who a token's person is. What the API says is the caller's to tell, path by path; the first is the
 * profile.
 *
 * <pre>{@code
 * FakeOAuth github = FakeOAuth.builder("/login/oauth/authorize", "/login/oauth/access_token")
 *         .profile("/user", person -> person.claims().with("id", JsonNumber.of(person.subject())))
 *         .resource("/user/emails", person -> person.claims().get("emails").orElseThrow())
 *         .start();
 * }</pre>
 */
public final class FakeOAuth extends FakeProvider {
    private static final Set<Misbehaviour> SHOWN =
            Set.of(TOKENS_IN_FORM, COMMA_SEPARATED_SCOPES, NARROW_SCOPE, PROFILE_ERROR_WITH_STATUS_200);

    private final LoopbackServer server;
    private final TokenEndpoint tokenEndpoint;
    private final Builder paths;

    private FakeOAuth(Builder settings) {
        super(settings);
        paths = settings;
        tokenEndpoint = new TokenEndpoint(this);
        AuthorizationEndpoint authorization = new AuthorizationEndpoint(this, settings, false, Optional.empty());
        LoopbackServer.Routes routes = new LoopbackServer.Routes()
                .add(Endpoint.AUTHORIZATION, settings.authorization, authorization::answer)
                .add(Endpoint.TOKEN, settings.token, this::token)
                .add(Endpoint.USERINFO, settings.profile, request -> profile(request, settings.says))
                .add(Endpoint.PICTURE, IssuerPaths.PICTURES, this::picture);
        settings.resources.forEach(
                (path, says) -> routes.add(Endpoint.RESOURCE, path, request -> resource(request, says)));
        server = LoopbackServer.start(settings.port, routes, path -> path);
    }

    /**
     * A provider at a free port, that answers at once, and whose profile is, at {@code /me}, the person's claims and
     * {@code id}.
     *
     * @param authorization the path of the authorization endpoint
     * @param token the path of the token endpoint
     */
    public static Builder builder(String authorization, String token) {
        return new Builder(authorization, token);
    }

    /**
     * The address of an endpoint.
     *
     * @throws IllegalArgumentException when there is no such endpoint, or, as with {@link Endpoint#RESOURCE}, not one
     */
    @Override
    public URI uri(Endpoint endpoint) {
        return server.uri(
                switch (endpoint) {
                    case AUTHORIZATION -> paths.authorization;
                    case TOKEN -> paths.token;
                    case USERINFO -> paths.profile;
                    case PICTURE -> IssuerPaths.PICTURES;
                    case ELSEWHERE -> "/elsewhere";
                    default -> throw new IllegalArgumentException("no one path is that of " + endpoint);
                });
    }

    /** The address of the server, for clients that put paths behind it themselves. */
    public URI base() {
        return server.uri("");
    }

    private Answer token(RecordedRequest request) {
        Answer answer = tokenEndpoint.answer(request, this::narrow);
        if (!does(TOKENS_IN_FORM)) {
            return answer;
        }
        Parameters form = new Parameters().add("access_token", "in-a-form").add("token_type", "bearer");
        return answer.with("Content-Type", "application/x-www-form-urlencoded")
                .withBody(form.encoded().getBytes(StandardCharsets.UTF_8));
    }

    private void narrow(JsonObject.Builder tokens, Grants.Grant grant, String accessToken) {
        String scope = does(NARROW_SCOPE) ? grant.scope().split(" ", 2)[0] : grant.scope();
        tokens.put("scope", does(COMMA_SEPARATED_SCOPES) ? scope.replace(' ', ',') : scope);
    }

    private Answer profile(RecordedRequest request, Function<Person, ? extends JsonValue> says) {
        return does(PROFILE_ERROR_WITH_STATUS_200)
                ? error(200, "Something went wrong")
                : bearer(request)
                        .map(person -> json(says.apply(person)))
                        .orElseGet(() -> error(401, "Bad credentials"));
    }

    private Answer resource(RecordedRequest request, Function<Person, ? extends JsonValue> says) {
        return does(NARROW_SCOPE)
                ? error(404, "Not Found")
                : bearer(request)
                        .map(person -> json(says.apply(person)))
                        .orElseGet(() -> error(401, "Bad credentials"));
    }

    private static Answer json(JsonValue value) {
        return Answer.text(200, "application/json; charset=utf-8", value.toJson());
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, JsonObject.builder().put("message", message).build());
    }

    @Override
    LoopbackServer server() {
        return server;
    }

    @Override
    boolean canShow(Misbehaviour misbehaviour) {
        return SHOWN.contains(misbehaviour)
                || TokenEndpoint.SHOWN.contains(misbehaviour)
                || ResponseTwists.shows(misbehaviour);
    }

    /** What a provider is told before it starts. Not for use by several threads. */
    public static final class Builder extends ProviderBuilder<Builder> {
        private final String authorization;
        private final String token;
        private final Map<String, Function<Person, ? extends JsonValue>> resources = new LinkedHashMap<>();
        private String profile = "/me";
        private Function<Person, ? extends JsonValue> says =
                person -> person.claims().with("id", new JsonString(person.subject()));

        private Builder(String authorization, String token) {
            super("Simulated provider");
            this.authorization = requireNonNull(authorization, "authorization");
            this.token = requireNonNull(token, "token");
        }

        @Override
        Builder self() {
            return this;
        }

        /** Where the profile is, and what it says of a person. */
        public Builder profile(String path, Function<Person, ? extends JsonValue> says) {
            profile = requireNonNull(path, "path");
            this.says = requireNonNull(says, "says");
            return this;
        }

        /** Something else that the API says of a person. */
        public Builder resource(String path, Function<Person, ? extends JsonValue> says) {
            resources.put(requireNonNull(path, "path"), requireNonNull(says, "says"));
            return this;
        }

        /** The provider, started. */
        public FakeOAuth start() {
            return new FakeOAuth(this);
        }
    }
}

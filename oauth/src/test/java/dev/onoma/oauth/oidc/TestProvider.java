package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.CLIENT;
import static dev.onoma.oauth.oidc.TestIssuer.NAME;
import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.transaction.TransactionKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An OpenID Provider within the process, as a case configures it, and the relying party that logs in at it. */
final class TestProvider {
    static final URI CALLBACK = URI.create("https://app.example/callback");

    private static final Connection CONNECTION = Connection.of(
                    "issuer",
                    Provider.named("issuer")
                            .openIdConnect()
                            .subject("sub")
                            .email("email", Flag.claim("email_verified"))
                            .build())
            .build();

    final TestIssuer issuer = new TestIssuer();
    private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    private JsonObject document = DiscoveryTest.document();
    private volatile byte[] keys = TestKey.set(issuer.key.jwk());
    private UnaryOperator<JsonObject> claims = UnaryOperator.identity();
    private Signing signing = issuer.key::sign;
    private HttpReply userinfo = HttpReply.json("{\"sub\":\"" + SUBJECT + "\",\"name\":\"Demo T. User\"}");
    private Runnable beforeSigning = () -> {};
    private String nonce = "";

    /** How claims become the text of an id_token. */
    interface Signing {
        String sign(JsonObject claims);
    }

    TestProvider document(String member, Object value) {
        document = document.with(member, JsonValue.from(value));
        return this;
    }

    TestProvider keys(JsonObject... published) {
        keys = TestKey.set(published);
        return this;
    }

    /** The id_token with another value of a claim. */
    TestProvider claim(String name, Object value) {
        return claims(all -> all.with(name, JsonValue.from(value)));
    }

    TestProvider claims(UnaryOperator<JsonObject> change) {
        claims = change;
        return this;
    }

    TestProvider signed(Signing how) {
        signing = how;
        return this;
    }

    TestProvider beforeSigning(Runnable step) {
        beforeSigning = step;
        return this;
    }

    TestProvider userinfo(HttpReply reply) {
        userinfo = reply;
        return this;
    }

    /** The calls to a path. */
    List<HttpCall> calls(String path) {
        return calls.stream().filter(call -> call.uri().getPath().equals(path)).toList();
    }

    private HttpReply answer(HttpCall call) {
        calls.add(call);
        return switch (call.uri().toString()) {
            case NAME + "/.well-known/openid-configuration" -> HttpReply.json(document.toJson());
            case NAME + "/token" -> {
                beforeSigning.run();
                JsonObject said = claims.apply(issuer.claims().with("nonce", JsonValue.from(nonce)));
                yield HttpReply.json("{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"id_token\":\""
                        + signing.sign(said) + "\"}");
            }
            case NAME + "/userinfo" -> userinfo;
            default -> {
                if (!call.uri()
                        .toString()
                        .equals(document.get("jwks_uri").orElseThrow().toJson().replace("\"", ""))) {
                    throw new AssertionError("nobody asks for that");
                }
                yield new HttpReply(200, Map.of(), keys);
            }
        };
    }

    RelyingParty relyingParty() {
        return relyingParty(rules -> {}, client -> {});
    }

    /** The relying party, which asks for discovery and keys at once. */
    RelyingParty relyingParty(Consumer<IdTokenVerifier.Builder> rules, Consumer<LoginClient.Builder> request) {
        OidcLogin login = OidcLogin.discovered(URI.create(NAME), NAME, CONNECTION, CLIENT, CALLBACK)
                .secret("secret")
                .scope("profile", "email")
                .idTokens(rules)
                .request(request)
                .in(Environment.standard().http(this::answer).clock(issuer.clock))
                .build();
        InMemoryUserStore store = new InMemoryUserStore();
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(CONNECTION)
                .clock(issuer.clock)
                .build();
        return new RelyingParty(LoginFlow.builder(processor, TransactionKey.random())
                .client(login.client())
                .clock(issuer.clock)
                .build());
    }

    /** One relying party, for as many logins as a case needs. */
    final class RelyingParty {
        private final LoginFlow flow;

        private RelyingParty(LoginFlow flow) {
            this.flow = flow;
        }

        StartedLogin start() {
            return flow.start("issuer", "/");
        }

        LoginAnswer login() {
            StartedLogin started = start();
            Map<String, String> asked = parameters(started);
            nonce = asked.getOrDefault("nonce", "");
            return flow.finish(Callback.parse("code=c&state=" + asked.get("state")), started.handle());
        }

        LoginAnswer finish(StartedLogin started, String answer) {
            return flow.finish(
                    Callback.parse(answer + "&state=" + parameters(started).get("state")), started.handle());
        }

        User accepted() {
            return login().user().orElseThrow(() -> new AssertionError("the login was not accepted"));
        }

        /** Why a login was denied; nobody was asked for the person's profile after it. */
        DenialCode denied() {
            if (login() instanceof LoginAnswer.Denied denied) {
                return denied.denial().code();
            }
            throw new AssertionError("the login was not denied");
        }
    }

    static Map<String, String> parameters(StartedLogin started) {
        return EncodedForm.parse(started.redirectUri().getRawQuery()).orElseThrow();
    }
}

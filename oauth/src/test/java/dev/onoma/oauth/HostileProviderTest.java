package dev.onoma.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.oauth.world.Browser;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole login at an issuer that breaks each rule there is, one at a time. */
@Timeout(60)
class HostileProviderTest {
    private static final Person ANA =
            Person.of("zq7-ana").with("name", "zq7 Ana").with("email", "zq7@example.com");
    private static final UserId ANAS_ID = new UserId("issuer|issuer|zq7-ana");
    private static final Connection CONNECTION = Connection.of(
                    "issuer",
                    Provider.named("issuer")
                            .openIdConnect()
                            .subject("sub")
                            .email("email", Flag.claim("email_verified"))
                            .build())
            .build();

    /** What a careful client takes all the same, because the specifications allow it or because it harms nobody. */
    private static final Set<Misbehaviour> HARMLESS = EnumSet.of(
            Misbehaviour.PADDED_CODE,
            Misbehaviour.ENORMOUS_EXPIRES_IN,
            Misbehaviour.REUSABLE_CODES,
            Misbehaviour.AUDIENCE_IN_ARRAY,
            Misbehaviour.MISSING_AT_HASH,
            Misbehaviour.MISSING_KID,
            Misbehaviour.SIGNED_USERINFO,
            Misbehaviour.MALFORMED_NEIGHBOUR_KEY,
            Misbehaviour.FOREIGN_NEIGHBOUR_KEY,
            Misbehaviour.WEAK_NEIGHBOUR_KEY,
            Misbehaviour.DUPLICATE_KID);

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer = FakeIssuer.builder().clock(clock).start();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final OAuthLimits limits = OAuthLimits.STANDARD.with(OAuthLimit.CALL_MILLIS, 1_500);

    HostileProviderTest() {
        issuer.person(ANA);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private LoginFlow flow() {
        return flow(limits);
    }

    private LoginFlow flow(OAuthLimits limits) {
        OidcLogin login = OidcLogin.of(
                        ProviderMetadata.known(
                                        issuer.issuer(),
                                        new Endpoints(issuer.uri(Endpoint.AUTHORIZATION), issuer.uri(Endpoint.TOKEN)),
                                        issuer.uri(Endpoint.JWKS))
                                .userinfo(issuer.uri(Endpoint.USERINFO)),
                        CONNECTION,
                        issuer.clientId(),
                        URI.create("http://127.0.0.1/callback"))
                .secret(issuer.clientSecret())
                .scope("email")
                .request(LoginClient.Builder::requireIssuerInAnswers)
                .in(Environment.within(limits).clock(clock))
                .build();
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(CONNECTION)
                .clock(clock)
                .build();
        return LoginFlow.builder(processor, TransactionKey.random())
                .client(login.client())
                .limits(limits)
                .clock(clock)
                .build();
    }

    private LoginAnswer login() {
        LoginFlow flow = flow();
        StartedLogin started = flow.start("issuer", "/");
        return flow.finish(Browser.browse(started), started.handle());
    }

    /** Typed, nothing written, nothing told; the code was sent once at most, and nobody followed anything. */
    private void assertRefused(LoginAnswer answer) {
        assertThat(answer.user()).isEmpty();
        assertThat(answer.publicCode().orElseThrow())
                .isIn("login_restart", "access_denied", "provider_error", "provider_unavailable");
        assertThat(answer.toString()).doesNotContain("zq7").doesNotContain(issuer.clientSecret());
        assertThat(store.find(ANAS_ID)).isEmpty();
        assertThat(issuer.requests(Endpoint.TOKEN)).hasSizeLessThanOrEqualTo(1);
        assertThat(issuer.requests(Endpoint.ELSEWHERE)).isEmpty();
    }

    static Stream<Misbehaviour> harmful() {
        try (FakeIssuer any = FakeIssuer.start()) {
            Set<Misbehaviour> shown = EnumSet.noneOf(Misbehaviour.class);
            for (Misbehaviour each : Misbehaviour.values()) {
                if (isShownBy(any, each) && !each.name().contains("DISCOVERY")) {
                    shown.add(each);
                }
            }
            shown.removeAll(HARMLESS);
            // Those of the discovery document, which is not asked here.
            shown.removeAll(EnumSet.of(
                    Misbehaviour.MISSING_TOKEN_ENDPOINT,
                    Misbehaviour.MISSING_JWKS_URI,
                    Misbehaviour.RELATIVE_TOKEN_ENDPOINT,
                    Misbehaviour.NONE_OFFERED,
                    Misbehaviour.PLAIN_PKCE_OFFERED,
                    // Of Google's tokens alone.
                    Misbehaviour.WRONG_HOSTED_DOMAIN,
                    Misbehaviour.MISSING_HOSTED_DOMAIN,
                    // Shows at the second login.
                    Misbehaviour.REPLAYED_ID_TOKEN));
            return shown.stream();
        }
    }

    private static boolean isShownBy(FakeIssuer issuer, Misbehaviour misbehaviour) {
        try {
            issuer.misbehave(misbehaviour);
            return true;
        } catch (IllegalArgumentException elsewhere) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("harmful")
    @DisplayName("a rule that is broken refuses the login, with the four promises kept")
    void refused(Misbehaviour misbehaviour) {
        issuer.misbehave(misbehaviour);

        assertRefused(login());
    }

    @Test
    @DisplayName("the id_token of an earlier login refuses the next one")
    void replayed() {
        assertThat(login().user()).isPresent();
        issuer.misbehave(Misbehaviour.REPLAYED_ID_TOKEN);

        LoginAnswer answer = login();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_ID_TOKEN));
    }

    static Stream<Misbehaviour> harmless() {
        return HARMLESS.stream();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    @DisplayName("what is unusual and allowed logs the person in")
    void accepted(Misbehaviour misbehaviour) {
        issuer.misbehave(misbehaviour);

        assertThat(login().user().orElseThrow().primaryIdentity().subject()).isEqualTo("zq7-ana");
    }

    static Stream<Arguments> faults() {
        return Stream.of(Endpoint.TOKEN, Endpoint.JWKS, Endpoint.USERINFO)
                .flatMap(endpoint -> Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.GZIP)
                        // Members that mean nothing do no harm to keys, whose number and bytes are limited.
                        .filter(fault -> endpoint != Endpoint.JWKS || fault != Fault.MANY_MEMBERS)
                        .map(fault -> Arguments.of(endpoint, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("an answer that is broken refuses the login, with the four promises kept")
    void broken(Endpoint endpoint, Fault fault) {
        issuer.fault(endpoint, fault);

        LoginAnswer answer = login();

        assertRefused(answer);
        assertThat(answer).isInstanceOf(LoginAnswer.Denied.class);
        assertThat(issuer.requests(endpoint)).hasSizeLessThanOrEqualTo(endpoint == Endpoint.TOKEN ? 1 : 2);
        String code = issuer.requests(Endpoint.TOKEN).get(0).parameter("code").orElseThrow();
        assertThat(issuer.redemptions(code)).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("keys that do not come cost what is left of the callback's time, not what a call may cost")
    void slowKeys() {
        issuer.fault(Endpoint.JWKS, Fault.SILENT);
        LoginFlow flow =
                flow(OAuthLimits.STANDARD.with(OAuthLimit.CALL_MILLIS, 20_000).with(OAuthLimit.CALLBACK_MILLIS, 1_500));
        StartedLogin started = flow.start("issuer", "/");
        Callback callback = Browser.browse(started);
        long start = System.nanoTime();

        LoginAnswer answer = flow.finish(callback, started.handle());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertRefused(answer);
        assertThat(answer.publicCode()).contains("provider_unavailable");
    }

    @Test
    @DisplayName("an issuer that behaves logs the person in, compressed answers included")
    void behaved() {
        issuer.fault(Endpoint.TOKEN, Fault.GZIP);

        assertThat(login().user()).isPresent();
        assertThat(issuer.requests(Endpoint.TOKEN)).hasSize(1);
    }
}

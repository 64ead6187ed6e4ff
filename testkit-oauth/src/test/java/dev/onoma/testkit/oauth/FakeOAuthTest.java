package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.RelyingParty.object;
import static dev.onoma.testkit.oauth.RelyingParty.text;
import static dev.onoma.testkit.oauth.RelyingParty.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A fake provider of plain OAuth 2.0")
class FakeOAuthTest {
    private static final Person ADA = Person.of("42").with("login", "ada").with("emails", List.of("ada@example.org"));

    private final FakeOAuth provider = FakeOAuth.builder("/authorize", "/access_token")
            .profile("/user", person -> person.claims().without("emails").with("id", JsonNumber.of(person.subject())))
            .resource("/user/emails", person -> person.claims().get("emails").orElseThrow())
            .start();
    private final RelyingParty client = new RelyingParty(provider);

    FakeOAuthTest() {
        provider.person(ADA);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private interface Look {
        void at(FakeOAuthTest test);
    }

    static final Map<Misbehaviour, Look> LOOKS = Map.of(
            Misbehaviour.TOKENS_IN_FORM,
            test -> assertThat(test.client.redeem(test.client.code()).body()).startsWith("access_token="),
            Misbehaviour.COMMA_SEPARATED_SCOPES,
            test -> assertThat(text(test.client.tokens(), "scope")).isEqualTo("openid,email,profile"),
            Misbehaviour.NARROW_SCOPE,
            test -> {
                assertThat(text(test.client.tokens(), "scope")).isEqualTo("openid");
                assertThat(test.emails().statusCode()).isEqualTo(404);
                assertThat(test.client.userinfo().statusCode()).isEqualTo(200);
            },
            Misbehaviour.PROFILE_ERROR_WITH_STATUS_200,
            test -> {
                HttpResponse<String> profile = test.client.userinfo();
                assertThat(profile.statusCode()).isEqualTo(200);
                assertThat(profile.body()).isEqualTo("{\"message\":\"Something went wrong\"}");
            });

    @TestFactory
    @DisplayName("misbehaves so")
    Stream<DynamicTest> misbehaviours() {
        return LOOKS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> {
                    provider.misbehave(entry.getKey());
                    entry.getValue().at(this);
                }));
    }

    @Test
    @DisplayName("gives an access token for a code, once, and no id_token")
    void login() {
        String code = client.code();

        assertThat(object(client.redeem(code).body()).names())
                .containsExactly("access_token", "token_type", "expires_in", "scope");
        assertThat(client.redeem(code).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(values(client.callback(), "iss")).isEmpty();
        assertThat(provider.requests("/access_token")).isEqualTo(2);
    }

    @Test
    @DisplayName("says of a token's person what it was told to say, at each path")
    void resources() {
        assertThat(object(client.userinfo().body()).toJson()).isEqualTo("{\"login\":\"ada\",\"id\":42}");
        assertThat(emails().body()).isEqualTo("[\"ada@example.org\"]");
        assertThat(provider.requests(Endpoint.USERINFO)).hasSize(1);
        assertThat(provider.requests(Endpoint.RESOURCE)).hasSize(1);
    }

    @Test
    @DisplayName("says nothing without a token of its own")
    void strangers() {
        assertThat(client.userinfo("invented").statusCode()).isEqualTo(401);
        assertThat(client.get(URI.create(provider.base() + "/user/emails")).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("says the claims and the id where it was told nothing else")
    void defaults() {
        try (FakeOAuth plain = FakeOAuth.builder("/a", "/t").start()) {
            plain.person(ADA.without("emails"));

            assertThat(object(new RelyingParty(plain).userinfo().body()))
                    .isEqualTo(JsonValue.parse("{\"login\":\"ada\",\"id\":\"42\"}"));
            assertThat(plain.uri(Endpoint.USERINFO)).isEqualTo(URI.create(plain.base() + "/me"));
        }
    }

    @Test
    @DisplayName("has no keys and no discovery, and misbehaves in what it has")
    void misuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> provider.uri(Endpoint.JWKS));
        assertThatIllegalArgumentException().isThrownBy(() -> provider.uri(Endpoint.RESOURCE));
        assertThatIllegalArgumentException().isThrownBy(() -> provider.misbehave(Misbehaviour.WRONG_NONCE));
    }

    private HttpResponse<String> emails() {
        return client.get(URI.create(provider.base() + "/user/emails"), text(client.tokens(), "access_token"));
    }
}

package dev.onoma.oauth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A discovery document")
class DiscoveryTest {
    static JsonObject document() {
        return JsonObject.builder()
                .put("issuer", TestIssuer.NAME)
                .put("authorization_endpoint", TestIssuer.NAME + "/authorize")
                .put("token_endpoint", TestIssuer.NAME + "/token")
                .put("jwks_uri", TestIssuer.NAME + "/jwks")
                .put("userinfo_endpoint", TestIssuer.NAME + "/userinfo")
                .build();
    }

    private static ProviderMetadata parse(JsonObject document) {
        return ProviderMetadata.parse(document.toJson().getBytes(StandardCharsets.UTF_8), TestIssuer.NAME);
    }

    private static String problem(JsonObject document) {
        return problem(document.toJson());
    }

    private static String problem(String document) {
        try {
            ProviderMetadata.parse(document.getBytes(StandardCharsets.UTF_8), TestIssuer.NAME);
            return "ok";
        } catch (DeniedException denied) {
            assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_DISCOVERY);
            assertThat(denied.message()).doesNotContain("evil");
            return denied.message();
        }
    }

    @Test
    @DisplayName("tells where everything is, and how a client may authenticate")
    void complete() {
        ProviderMetadata metadata = parse(document()
                .with("end_session_endpoint", JsonValue.from(TestIssuer.NAME + "/logout"))
                .with("authorization_response_iss_parameter_supported", JsonValue.from(true))
                .with(
                        "token_endpoint_auth_methods_supported",
                        JsonValue.from(List.of("client_secret_post", "private_key_jwt"))));

        assertThat(metadata.issuer()).isEqualTo(TestIssuer.NAME);
        assertThat(metadata.endpoints().authorization()).hasToString(TestIssuer.NAME + "/authorize");
        assertThat(metadata.endpoints().token()).hasToString(TestIssuer.NAME + "/token");
        assertThat(metadata.jwksUri()).hasToString(TestIssuer.NAME + "/jwks");
        assertThat(metadata.userinfoEndpoint()).contains(URI.create(TestIssuer.NAME + "/userinfo"));
        assertThat(metadata.endSessionEndpoint()).contains(URI.create(TestIssuer.NAME + "/logout"));
        assertThat(metadata.clientAuthentication()).isEqualTo(Set.of("client_secret_post", "private_key_jwt"));
        assertThat(metadata.namesIssuerInResponse()).isTrue();
    }

    @Test
    @DisplayName("says nothing of an endpoint that it leaves out")
    void minimal() {
        ProviderMetadata metadata = parse(document().without("userinfo_endpoint"));

        assertThat(metadata.userinfoEndpoint()).isEmpty();
        assertThat(metadata.endSessionEndpoint()).isEmpty();
        assertThat(metadata.clientAuthentication()).isEqualTo(Set.of("client_secret_basic"));
        assertThat(metadata.namesIssuerInResponse()).isFalse();
    }

    @Test
    @DisplayName("has to name the very issuer that was asked")
    void otherIssuer() {
        for (String other : List.of("https://evil.example.com", TestIssuer.NAME + "/", "https://ISSUER.example.com")) {
            assertThat(problem(document().with("issuer", JsonValue.from(other))))
                    .isEqualTo("the discovery document's \"issuer\" must be the issuer that was asked");
        }
    }

    @ParameterizedTest(name = "has to have {0}")
    @ValueSource(strings = {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"})
    void required(String member) {
        assertThat(problem(document().without(member)))
                .isEqualTo("the discovery document's \"" + member + "\" is missing");
        assertThat(problem(document().with(member, JsonValue.from(1))))
                .isEqualTo("the discovery document's \"" + member + "\" must be a string");
    }

    @ParameterizedTest(name = "cannot send the client to {0}")
    @ValueSource(
            strings = {
                "http://evil.example.com/jwks",
                "ftp://evil.example.com/jwks",
                "file:///etc/passwd",
                "https:///jwks",
                "/jwks",
                "https://issuer.example.com@evil.example.com/jwks",
                "https://evil.example.com/jwks#x",
                "http://127.0.0.1.evil.example.com/jwks",
                "https://evil example.com"
            })
    void endpoints(String address) {
        for (String member : List.of("jwks_uri", "token_endpoint", "userinfo_endpoint", "authorization_endpoint")) {
            assertThat(problem(document().with(member, JsonValue.from(address))))
                    .contains(member, "must be");
        }
    }

    @Test
    @DisplayName("may name plain http on this very machine, where it is there itself")
    void loopback() {
        for (String host : List.of("127.0.0.1:8080", "localhost", "[::1]:80")) {
            String issuer = "http://" + host;
            JsonObject document = JsonObject.from(Map.of(
                    "issuer",
                    issuer,
                    "authorization_endpoint",
                    issuer + "/authorize",
                    "token_endpoint",
                    "https://issuer.example.com/token",
                    "jwks_uri",
                    issuer + "/jwks"));

            assertThat(ProviderMetadata.discover(issuer, call -> HttpReply.json(document.toJson()))
                            .jwksUri())
                    .hasToString(issuer + "/jwks");
            assertThat(ProviderMetadata.parse(document.toJson().getBytes(StandardCharsets.UTF_8), issuer)
                            .issuer())
                    .isEqualTo(issuer);
        }
    }

    @ParameterizedTest(name = "cannot send a client that it reached over https to its own machine: {0}")
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"})
    void loopbackFromElsewhere(String member) {
        JsonObject document = document().with(member, JsonValue.from("http://127.0.0.1:8080/x"));
        String expected = "the discovery document's \"" + member + "\" must be https, as the document is";

        assertThat(problem(document)).isEqualTo(expected);
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> ProviderMetadata.discover(TestIssuer.NAME, call -> HttpReply.json(document.toJson())))
                .withMessage(expected);
    }

    @Test
    @DisplayName("may have its endpoints at other hosts, as Google's does")
    void otherHosts() {
        assertThat(parse(document().with("token_endpoint", JsonValue.from("https://tokens.example.net/token")))
                        .endpoints()
                        .token())
                .hasToString("https://tokens.example.net/token");
    }

    @Test
    @DisplayName("is strict JSON")
    void strict() {
        assertThat(problem("[]")).isEqualTo("the discovery document must be a JSON object");
        assertThat(problem(document().toJson().replaceFirst("}$", ",\"issuer\":\"https://evil.example.com\"}")))
                .contains("twice");
        assertThat(problem("<html>")).contains("not JSON");
        assertThat(problem(document().with("authorization_response_iss_parameter_supported", JsonValue.from("true"))))
                .contains("must be a boolean");
        assertThat(problem(document().with("token_endpoint_auth_methods_supported", JsonValue.from("x"))))
                .contains("must be an array");
    }

    @Test
    @DisplayName("is asked for below the issuer, whose own slash at the end is not doubled")
    void address() {
        List<String> asked = new ArrayList<>();

        for (String issuer :
                List.of("https://i.example.com", "https://i.example.com/", "https://i.example.com/realms/x")) {
            ProviderMetadata.discover(issuer, call -> {
                asked.add(call.uri().toString());
                return HttpReply.json(
                        document().with("issuer", JsonValue.from(issuer)).toJson());
            });
        }

        assertThat(asked)
                .containsExactly(
                        "https://i.example.com/.well-known/openid-configuration",
                        "https://i.example.com/.well-known/openid-configuration",
                        "https://i.example.com/realms/x/.well-known/openid-configuration");
    }

    @Test
    @DisplayName("is asked for over https only, of an issuer that is a URL without a query")
    void issuers() {
        for (String issuer :
                List.of("http://i.example.com", "i.example.com", "https://i.example.com?x", "https:// x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProviderMetadata.discover(issuer, call -> {
                        throw new AssertionError("must not be asked");
                    }));
        }
    }

    @Test
    @DisplayName("may be at another address than the issuer's, which it names all the same")
    void elsewhere() {
        String template = "https://login.microsoftonline.com/{tenantid}/v2.0";
        URI base = URI.create("https://login.microsoftonline.com/organizations/v2.0");

        ProviderMetadata metadata = ProviderMetadata.discover(base, template, call -> {
            assertThat(call.uri()).hasToString(base + "/.well-known/openid-configuration");
            return HttpReply.json(
                    document().with("issuer", JsonValue.from(template)).toJson());
        });

        assertThat(metadata.issuer()).isEqualTo(template);
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> ProviderMetadata.discover(
                        base,
                        base.toString(),
                        call -> HttpReply.json(document()
                                .with("issuer", JsonValue.from(template))
                                .toJson())));
    }
}

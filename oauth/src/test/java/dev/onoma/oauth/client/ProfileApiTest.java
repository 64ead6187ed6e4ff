package dev.onoma.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.world.Loopback;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The profile of plain OAuth 2.0")
class ProfileApiTest {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Loopback api = Loopback.answering(
            (request, out) -> out.write(answers.get(request.path()).getBytes(StandardCharsets.UTF_8)));

    @AfterEach
    void close() {
        api.close();
    }

    private Claims claims() {
        ProviderTokens tokens = ProviderTokens.of("zq7-token").build();
        return ProfileApi.at(api.uri("/user"))
                .and("emails", api.uri("/user/emails"))
                .and("teams", api.uri("/teams"))
                .claims(new ClaimsRequest(tokens, "nonce", ProviderHttp.standard()));
    }

    private String json() {
        return claims().sources().get(0).object().orElseThrow().toJson();
    }

    @Test
    @DisplayName("is asked for with the token in the header, and holds what the API says elsewhere")
    void together() {
        answers.put("/user", Loopback.json("{\"id\":9007199254740993,\"emails\":\"one\"}"));
        answers.put("/user/emails", Loopback.json("[\"two\"]"));
        answers.put("/teams", Loopback.json("{\"a\":null}"));

        assertThat(json()).isEqualTo("{\"id\":9007199254740993,\"emails\":[\"two\"],\"teams\":{\"a\":null}}");
        assertThat(claims().sources().get(0).evidence()).isEqualTo(Evidence.USERINFO_RESPONSE);
        assertThat(api.requests()).allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("authorization", "Bearer zq7-token");
            assertThat(request.target()).doesNotContain("zq7");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    @DisplayName("is without what the provider does not show")
    void notShown(int status) {
        answers.put("/user", Loopback.json("{\"id\":1}"));
        answers.put("/user/emails", Loopback.response(status, "application/json", "{\"message\":\"no\"}"));
        answers.put("/teams", Loopback.json("[]"));

        assertThat(json()).isEqualTo("{\"id\":1,\"teams\":[]}");
    }

    @Test
    @DisplayName("is without what is no JSON elsewhere")
    void unreadableElsewhere() {
        answers.put("/user", Loopback.json("{\"id\":1}"));
        answers.put("/user/emails", Loopback.json("zq7"));
        answers.put("/teams", Loopback.json("[]"));

        assertThat(json()).isEqualTo("{\"id\":1,\"teams\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "401, X-Other: 0,               HTTP_CLIENT_ERROR",
        "403, Retry-After: 60,          HTTP_CLIENT_ERROR",
        "403, X-RateLimit-Remaining: 0, HTTP_CLIENT_ERROR",
        "429, X-Other: 0,               HTTP_TOO_MANY_REQUESTS",
        "500, X-Other: 0,               HTTP_SERVER_ERROR",
    })
    @DisplayName("cannot be had where a part of it cannot be had for now")
    void failures(int status, String header, DenialCode code) {
        answers.put("/user", Loopback.json("{\"id\":1}"));
        answers.put(
                "/user/emails",
                Loopback.response(status, "application/json", "{}").replaceFirst("\r\n", "\r\n" + header + "\r\n"));

        HttpException denied = catchThrowableOfType(HttpException.class, this::claims);

        assertThat(denied.denial().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "false", "zq7", "{\"a\":1,\"a\":2}"})
    @DisplayName("that is no object is left for the login processor to refuse, and nothing else is asked")
    void noObject(String body) {
        answers.put("/user", Loopback.json(body));

        Claims claims = claims();

        assertThat(claims.sources().stream().flatMap(source -> source.object().stream()))
                .isEmpty();
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    @DisplayName("prints what it is made of, and no address")
    void printing() {
        assertThat(ProfileApi.at(api.uri("/user")).and("emails", api.uri("/user/emails")))
                .hasToString("ProfileApi[emails]");
    }
}

package dev.onoma.oauth.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenResponseTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TokenResponse RESPONSE = new TokenResponse(Set.of("asked"), NOW);

    private static ProviderTokens read(String json) {
        return RESPONSE.read(json.getBytes(UTF_8));
    }

    private static ProviderTokens with(String members) {
        return read("{\"access_token\":\"t\",\"token_type\":\"bearer\"," + members + "}");
    }

    @Test
    @DisplayName("everything that a provider may give")
    void everything() {
        ProviderTokens tokens = read("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,"
                + "\"refresh_token\":\"r\",\"id_token\":\"i\",\"scope\":\"one  two \",\"more\":{}}");

        assertThat(tokens.accessToken()).isEqualTo("a");
        assertThat(tokens.refreshToken()).contains("r");
        assertThat(tokens.idToken()).contains("i");
        assertThat(tokens.expiresAt()).contains(NOW.plusSeconds(60));
        assertThat(tokens.scopes()).containsExactly("one", "two");
    }

    @Test
    @DisplayName("what is null or missing was not given, and the scopes are then those asked for")
    void little() {
        ProviderTokens tokens = with("\"expires_in\":null,\"refresh_token\":null,\"id_token\":null,\"scope\":null");

        assertThat(tokens.refreshToken()).isEmpty();
        assertThat(tokens.idToken()).isEmpty();
        assertThat(tokens.expiresAt()).isEmpty();
        assertThat(tokens.scopes()).containsExactly("asked");
        assertThat(tokens).hasToString("ProviderTokens[access]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-01-01T00:00:00Z",
        "'\"3600\"', 2026-01-01T01:00:00Z",
        "2147483647, 2094-01-19T03:14:07Z",
        "2147483648, 2094-01-19T03:14:07Z",
        "99999999999, 2094-01-19T03:14:07Z",
        "99999999999999999999999, 2094-01-19T03:14:07Z"
    })
    @DisplayName("a lifetime does not overflow: beyond 68 years it is 68 years")
    void lifetime(String expiresIn, Instant expiresAt) {
        assertThat(with("\"expires_in\":" + expiresIn).expiresAt()).contains(expiresAt);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            zq7                                                             | is no acceptable JSON: invalid_json
            {"access_token":"zq7","access_token":"zq8","token_type":"bearer"} | is no acceptable JSON: invalid_json
            {"access_token":"zq7","token_type":"bearer"} zq7                | is no acceptable JSON: invalid_json
            ["zq7"]                                                         | is no JSON object
            {"error":"zq7","access_token":"zq7","token_type":"bearer"}      | reports an error
            {"id_token":"zq7","refresh_token":"zq7","token_type":"bearer"}  | has no "access_token"
            {"access_token":null,"token_type":"bearer"}                     | has no "access_token"
            {"access_token":7,"token_type":"bearer"}                        | has a "access_token" that is no string
            {"access_token":"","token_type":"bearer"}                       | has a "access_token" that is no token
            {"access_token":"zq7 zq7","token_type":"bearer"}                | has a "access_token" that is no token
            {"access_token":"zq7\\r\\nzq7: x","token_type":"bearer"}        | has a "access_token" that is no token
            {"access_token":"zq7ü","token_type":"bearer"}                   | has a "access_token" that is no token
            {"access_token":"zq7"}                                          | has no "token_type"
            {"access_token":"zq7","token_type":["bearer"]}                  | has a "token_type" that is no string
            {"access_token":"zq7","token_type":"mac"}                       | has a "token_type" other than Bearer
            {"access_token":"zq7","token_type":"bearer","id_token":{}}      | has a "id_token" that is no string
            {"access_token":"zq7","token_type":"bearer","scope":["zq7"]}    | has a "scope" that is no string
            {"access_token":"zq7","token_type":"bearer","expires_in":-1}    | has an "expires_in" that is no number of seconds
            {"access_token":"zq7","token_type":"bearer","expires_in":1e3}   | has an "expires_in" that is no number of seconds
            {"access_token":"zq7","token_type":"bearer","expires_in":1.5}   | has an "expires_in" that is no number of seconds
            {"access_token":"zq7","token_type":"bearer","expires_in":true}  | has an "expires_in" that is no number of seconds
            """)
    @DisplayName("what is not as the protocol says is refused, and not quoted")
    void refused(String json, String problem) {
        DeniedException refused = catchThrowableOfType(DeniedException.class, () -> read(json));

        assertThat(refused.denial().code()).isEqualTo(DenialCode.INVALID_TOKEN_RESPONSE);
        assertThat(refused).hasMessage("the token response " + problem).hasNoCause();
    }

    @Test
    @DisplayName("the type of a token is compared in ASCII")
    void type() {
        DeniedException refused = catchThrowableOfType(
                DeniedException.class, () -> read("{\"access_token\":\"t\",\"token_type\":\"beareſ\"}"));

        assertThat(refused).isNotNull();
        assertThat(with("\"x\":1").accessToken()).isEqualTo("t");
    }
}

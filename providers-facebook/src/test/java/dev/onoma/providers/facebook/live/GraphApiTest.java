package dev.onoma.providers.facebook.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.testkit.TestClock;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphApiTest {
    private final GraphApi graph = new GraphApi(FacebookAddresses.PUBLIC, new AppSecret("zq7"));

    @Test
    @DisplayName("the proof is an HMAC of the token in hexadecimal digits (RFC 4231, test case 2)")
    void proof() {
        assertThat(new AppSecret("Jefe").proof("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"error":{"code":1}}                               | PROVIDER_UNAVAILABLE   | 1       | unknown
            {"error":{"code":17,"error_subcode":9}}            | HTTP_TOO_MANY_REQUESTS | 17      | 9
            {"error":{"code":"zq7","message":"zq7"}}           | PROFILE_ERROR          | unknown | unknown
            {"error":{"code":1e3,"error_subcode":99999999999}} | PROFILE_ERROR          | unknown | unknown
            {"error":"zq7"}                                    | PROFILE_ERROR          | unknown | unknown
            """)
    @DisplayName("of an error only the numbers are repeated")
    void errors(String body, DenialCode code, String number, String subcode) {
        DeniedException denied = catchThrowableOfType(
                DeniedException.class, () -> graph.me("token", "id", call -> HttpReply.json(body)));

        assertThat(denied.denial().code()).isEqualTo(code);
        assertThat(denied).hasMessage("the Graph API reports error " + number + ", subcode " + subcode);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"data":[]}
            {"data":null}
            {}
            []
            zq7
            """)
    @DisplayName("an answer about a token that says nothing says nothing")
    void nothing(String body) {
        assertThat(graph.debugToken("1", "token", call -> HttpReply.json(body)).isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("a failure without an error of the Graph API's stays what it is")
    void failure() {
        HttpException failure = new HttpException(DenialCode.HTTP_TIMEOUT, "late");

        assertThat(catchThrowableOfType(
                        HttpException.class,
                        () -> graph.me("token", "id", call -> {
                            throw failure;
                        })))
                .isSameAs(failure);
    }

    @Test
    @DisplayName(
            "a profile that is not acceptable JSON, or Facebook's false, is left for the login processor to refuse")
    void unusable() {
        Connection connection = Facebook.connection("facebook", "1").build();
        FacebookLogin facebook = FacebookLogin.of(connection, "1", "zq7", URI.create("https://app.example/callback"))
                .in(Environment.standard()
                        .http(
                                call -> HttpReply.json(
                                        call.uri().getPath().endsWith("/me")
                                                ? "false"
                                                : "{\"data\":{\"is_valid\":true,\"app_id\":\"1\",\"type\":\"USER\",\"user_id\":\"7\"}}"))
                        .clock(TestClock.fixed()))
                .build();

        assertThat(connection.normalize(facebook.accessToken("token")))
                .isInstanceOfSatisfying(
                        RefusedClaims.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.PROVIDER_ERROR));
        assertThat(graph.me("token", "id", call -> HttpReply.json("zq7")).refusal())
                .isPresent();
    }
}
